using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data;

/// <summary>One figure behind one kind of evidence.</summary>
/// <param name="Count">Records: consultations with a value, deals, or steps.</param>
/// <param name="Amount">In the mission's base currency, not rounded.</param>
/// <param name="WithoutRate">Records left out, wholly or in part, because a rate is missing.</param>
public sealed record TierFigures(int Count, decimal Amount, int WithoutRate)
{
    public static TierFigures None { get; } = new(0, 0m, 0);

    public bool IsNothing => this == None;

    public TierFigures Add(TierFigures other) => new(Count + other.Count, Amount + other.Amount, WithoutRate + other.WithoutRate);

    public TierTotal AsRow(long mission, TotalScope scope, long id, (TotalFigure Figure, EvidenceTier Tier) cell) => new()
    {
        MissionId = mission,
        Scope = scope,
        ScopeId = id,
        Figure = cell.Figure,
        Tier = cell.Tier,
        Count = Count,
        Amount = Amount,
        WithoutRate = WithoutRate,
    };
}
