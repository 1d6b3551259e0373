using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Consultations;

/// <summary>What consultations add up to in one base currency; different currencies are never added up.</summary>
/// <param name="Buyers">Different buyers; null where nobody counted them.</param>
/// <param name="ContractValue">Of the open deals that they led to.</param>
/// <param name="WithoutRate">Amounts that are left out because their rate is missing.</param>
public sealed record ConsultationSum(string Currency, int Consultations, int? Buyers, decimal ConsultationValue, decimal ContractValue, int WithoutRate)
{
    /// <summary>Buyers of several totals may be the same ones; then their number is not the sum.</summary>
    private static readonly CompiledQuery<Func<TradeDbContext, TotalScope, long?, long?, long?, IAsyncEnumerable<ConsultationSum>>> StoredTotals = new(() => EF.CompileAsyncQuery(
        (TradeDbContext db, TotalScope scope, long? ofMission, long? ofStop, long? ofCompany) => db.MissionTotals
            .Where(total => total.Scope == scope && (ofMission == null || total.MissionId == ofMission) && (ofStop == null || total.ScopeId == ofStop)
                && (ofCompany == null || db.Participations.Any(participation => participation.Id == total.ScopeId && participation.CompanyId == ofCompany)))
            .Join(db.Missions, total => total.MissionId, mission => mission.Id, (total, mission) => new { mission.BaseCurrency, Total = total })
            .GroupBy(of => of.BaseCurrency, of => of.Total)
            .OrderBy(group => group.Key)
            .Select(group => new ConsultationSum(
                group.Key, group.Sum(total => total.Consultations), group.Count() == 1 ? group.Max(total => total.Buyers) : null,
                group.Sum(total => total.ConsultationValue), group.Sum(total => total.ContractValue), group.Sum(total => total.ConsultationValuesWithoutRate + total.ContractValuesWithoutRate)))));

    /// <summary>What stored totals say: of all missions or one, and of that one stop or one company of them, but not of both.</summary>
    public static async Task<IReadOnlyList<ConsultationSum>> OfStoredTotalsAsync(TradeDbContext db, long? mission, long? stop, long? company, CancellationToken cancellation)
    {
        var scope = stop is not null ? TotalScope.Stop : company is not null ? TotalScope.Participation : TotalScope.Mission;
        return await StoredTotals.On(db)(db, scope, mission, stop, company).ToListAsync(cancellation);
    }

    /// <summary>Adds these consultations up, by their base currency.</summary>
    public static async Task<IReadOnlyList<ConsultationSum>> OfAsync(IQueryable<Consultation> consultations, CancellationToken cancellation)
    {
        var values = await consultations.GroupBy(consultation => consultation.Mission.BaseCurrency).OrderBy(group => group.Key)
            .Select(group => new
            {
                Currency = group.Key,
                Consultations = group.Count(),
                Buyers = group.Select(consultation => consultation.BuyerId).Distinct().Count(),
                Value = group.Sum(consultation => consultation.Value!.BaseAmount ?? 0m),
                WithoutRate = group.Sum(consultation => consultation.Value != null && consultation.Value.BaseAmount == null ? 1 : 0),
            })
            .ToListAsync(cancellation);
        var deals = await DealSum.Of(consultations).ToDictionaryAsync(sum => sum.Currency, cancellation);
        return [.. values.Select(sum => new ConsultationSum(
            sum.Currency, sum.Consultations, sum.Buyers, sum.Value, deals.GetValueOrDefault(sum.Currency)?.ContractValue ?? 0m,
            sum.WithoutRate + (deals.GetValueOrDefault(sum.Currency)?.WithoutRate ?? 0)))];
    }
}
