namespace TradeMission.Web.Features.Merging;

/// <summary>Why two firms look alike.</summary>
[Flags]
public enum Likeness
{
    /// <summary>The same name, however it is written.</summary>
    Name = 1,

    /// <summary>The same name in another script.</summary>
    Sound = 2,

    /// <summary>A contact with the same address.</summary>
    Email = 4,
}
