using System.Linq.Expressions;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;

namespace TradeMission.Web.Features.Consultations;

/// <summary>Contract values of the open deals that consultations led to, added up in one base currency.</summary>
public sealed record DealSum(string Currency, decimal ContractValue, int WithoutRate)
{
    public static IQueryable<DealSum> Of(IQueryable<Consultation> consultations) =>
        consultations.SelectMany(consultation => consultation.Deals).Where(Counts)
            .GroupBy(deal => deal.Mission.BaseCurrency)
            .Select(group => new DealSum(group.Key, group.Sum(deal => deal.ContractBase ?? 0m), group.Sum(deal => deal.WithoutRate)));

    /// <summary>Counts towards the contract value.</summary>
    public static Expression<Func<Deal, bool>> Counts { get; } = deal => deal.State == DealState.Open && deal.Stage != null;
}
