namespace TradeMission.Web.Data;

/// <summary>Who makes a change, as the audit trail remembers it.</summary>
/// <param name="Id">The user, or null for the portal itself.</param>
/// <param name="Name">As it was then.</param>
/// <param name="RequestId">The reference number that the log and error pages show too.</param>
public sealed record Actor(long? Id, string Name, string? RequestId)
{
    /// <summary>The portal itself: commands, sample data.</summary>
    public static Actor Portal { get; } = new(null, "TradeMission", null);
}
