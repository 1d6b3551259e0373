using System.Linq.Expressions;
using TradeMission.Domain.Consultations;

namespace TradeMission.Web.Features.Consultations;

/// <summary>What consultations add up to in one base currency; different currencies are never added up.</summary>
/// <param name="Buyers">Different buyers; null where nobody counted them.</param>
/// <param name="WithoutRate">Amounts that are left out because their rate is missing.</param>
public sealed record ConsultationSum(string Currency, int Consultations, int? Buyers, decimal ConsultationValue, decimal ContractValue, int WithoutRate)
{
    /// <summary>Sums groups by their base currency.</summary>
    public static Expression<Func<IGrouping<string, Consultation>, ConsultationSum>> ByCurrency { get; } = group => new ConsultationSum(
        group.Key,
        group.Count(),
        group.Select(consultation => consultation.BuyerId).Distinct().Count(),
        group.Sum(consultation => consultation.Value!.BaseAmount ?? 0m),
        group.Sum(consultation => consultation.Pursued!.BaseAmount ?? 0m),
        group.Sum(consultation => (consultation.Value != null && consultation.Value.BaseAmount == null ? 1 : 0) + (consultation.Pursued != null && consultation.Pursued.BaseAmount == null ? 1 : 0)));
}
