using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Missions;

/// <summary>A mission's step from one status to another: who, when, why. Never changed afterwards.</summary>
public sealed class StatusChange : Entity, IPartOf
{
    public long MissionId { get; private set; }

    public Mission Mission { get; init; } = null!;

    public MissionStatus From { get; init; }

    public MissionStatus To { get; init; }

    public required string Reason { get; init; }

    public long? ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(Mission), MissionId)];
}
