using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Missions;

/// <summary>발표 실적: a figure that somebody published for a mission. Never added to records, always shown beside them.</summary>
public sealed class StatedTotal : Entity, IPartOf
{
    public long MissionId { get; init; }

    public Mission Mission { get; init; } = null!;

    public required StatedFigure Figure { get; set; }

    /// <summary>In the mission's base currency.</summary>
    public required decimal Amount { get; set; }

    /// <summary>As printed, unit and all: 570만불.</summary>
    public required string AsPrinted { get; set; }

    public required string Source { get; set; }

    public required DateOnly StatedOn { get; set; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(Mission), MissionId)];
}
