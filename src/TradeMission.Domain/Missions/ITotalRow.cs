namespace TradeMission.Domain.Missions;

/// <summary>A stored row of what consultations add up to, of a mission or of a part of it.</summary>
public interface ITotalRow
{
    long MissionId { get; }

    TotalScope Scope { get; }

    /// <summary>The mission's, stop's or participation's id.</summary>
    long ScopeId { get; }
}
