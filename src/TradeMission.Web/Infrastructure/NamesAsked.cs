namespace TradeMission.Web.Infrastructure;

/// <summary>By whose names consultations are searched, beside their own text.</summary>
[Flags]
public enum NamesAsked
{
    None = 0,
    Companies = 1,
    Buyers = 2,
    Missions = 4,

    /// <summary>Of one mission's consultations: its name is all of theirs, and tells none from another.</summary>
    OfOneMission = Companies | Buyers,
    All = Companies | Buyers | Missions,
}
