using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Deals;

/// <summary>What one record adds to one stored figure.</summary>
/// <param name="Amount">In the mission's base currency, not rounded; 0 where the rate is missing.</param>
/// <param name="WithoutRate">1 where an amount is left out because its rate is missing.</param>
public sealed record FigureShare(TotalFigure Figure, EvidenceTier Tier, decimal Amount, int WithoutRate)
{
    public static FigureShare Of(TotalFigure figure, EvidenceTier tier, Valued value) => new(figure, tier, value.BaseAmount ?? 0m, value.BaseAmount is null ? 1 : 0);
}
