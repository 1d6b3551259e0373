using System.Linq.Expressions;
using TradeMission.Domain.Deals;

namespace TradeMission.Web.Features.Consultations;

/// <summary>A deal as a list shows it beside its consultation.</summary>
/// <param name="BaseAmount">Contract amount in the mission's base currency; null where a rate is missing.</param>
public sealed record DealMark(
    long Id, long ConsultationId, DealStage? Stage, DealState State, EvidenceTier Tier, decimal? Amount, string? Currency, decimal? BaseAmount, bool IsAtLeast, int WithoutRate, DateOnly? ExpectedOn)
{
    /// <summary>Counts towards the contract value.</summary>
    public bool Counts => State == DealState.Open && Stage is not null;

    public static Expression<Func<Deal, DealMark>> Of { get; } = deal =>
        new DealMark(deal.Id, deal.ConsultationId, deal.Stage, deal.State, deal.Tier, deal.ContractAmount, deal.ContractCurrency, deal.ContractBase, deal.IsAtLeast, deal.WithoutRate, deal.ExpectedOn);
}
