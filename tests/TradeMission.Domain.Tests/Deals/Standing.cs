using TradeMission.Domain.Deals;

namespace TradeMission.Domain.Tests.Deals;

/// <summary>All that a deal says it stands for.</summary>
internal sealed record Standing(
    DealStage? Stage, DealState State, decimal? Amount, string? Currency, decimal? InBase, bool IsAtLeast, EvidenceTier Tier, int WithoutRate,
    DateOnly? ExpectedOn, Likelihood? Likelihood, DateOnly? RatesFrom, DateOnly? RatesTo)
{
    public static Standing Of(Deal deal) => new(
        deal.Stage, deal.State, deal.ContractAmount, deal.ContractCurrency, deal.ContractBase, deal.IsAtLeast, deal.Tier, deal.WithoutRate,
        deal.ExpectedOn, deal.Likelihood, deal.RatesFrom, deal.RatesTo);
}
