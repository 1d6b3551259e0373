using TradeMission.Domain.Deals;

namespace TradeMission.Domain.Missions;

/// <summary>
/// One cell of the stored totals of a mission, a stop or a participation: one figure behind one kind of evidence. It moves in the transaction of the record that
/// moved it. The cells of a figure add up to it; the consultation value's, and those of the six stages, to <see cref="MissionTotal"/>.
/// </summary>
public sealed class TierTotal : ITotalRow
{
    public required long MissionId { get; init; }

    public required TotalScope Scope { get; init; }

    /// <summary>As in <see cref="MissionTotal"/>.</summary>
    public required long ScopeId { get; init; }

    public required TotalFigure Figure { get; init; }

    public required EvidenceTier Tier { get; init; }

    /// <summary>Records: consultations with a value, deals, or steps.</summary>
    public int Count { get; set; }

    /// <summary>In the mission's base currency, not rounded.</summary>
    public decimal Amount { get; set; }

    /// <summary>Records whose amount is left out, wholly or in part, because a rate is missing.</summary>
    public int WithoutRate { get; set; }
}
