using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Features.Reports;

/// <summary>
/// What /missions/{id}/totals.json says. Scripts read it: figures are added in time, none is ever renamed. Only stored totals are read, so that the
/// answer costs the same whatever the number of consultations.
/// </summary>
/// <param name="Mission">The reference.</param>
/// <param name="Currency">The base currency of every amount here.</param>
/// <param name="ConsultationValue">Amounts are decimal strings with two decimals, halves away from zero; nothing is rounded before it is added.</param>
/// <param name="ContractValue">Contract amounts of all open deals; <paramref name="Stages"/> says at which stage they stand.</param>
/// <param name="ConsultationValueByEvidence">The consultation value by what stands behind it.</param>
/// <param name="Stages">The contract value by the stage that deals stand at; they add up to it.</param>
/// <param name="NotCounted">Deals on hold and lost, which are in no contract value.</param>
/// <param name="Moved">Money and goods that moved under contracts: not part of the contract value, and not added to it.</param>
/// <param name="Rates">The first and the last day of the rates behind the amounts; null where all are in the base currency.</param>
/// <param name="Consistent">
/// Whether the mission's stored total is, exactly, the sum of its stops' and of its companies' stored totals (consultations, both values, amounts without a
/// rate). Whether stored totals equal the records is the check of /admin/totals, which reads every consultation.
/// </param>
public sealed record TotalsDocument(
    string Mission,
    string Currency,
    int Consultations,
    int Buyers,
    string ConsultationValue,
    string ContractValue,
    IReadOnlyList<TotalsDocument.StopPart> ByStop,
    IReadOnlyList<TotalsDocument.CompanyPart> ByCompany,
    IReadOnlyList<TotalsDocument.StatedPart> Stated,
    TotalsDocument.Missing LeftOut,
    TotalsDocument.Evidence ConsultationValueByEvidence,
    IReadOnlyList<TotalsDocument.StagePart> Stages,
    IReadOnlyList<TotalsDocument.StagePart> NotCounted,
    IReadOnlyList<TotalsDocument.StagePart> Moved,
    RateDays? Rates,
    bool Consistent)
{
    /// <summary>An amount by what stands behind it.</summary>
    public sealed record Evidence(string Recorded, string Confirmed, string Documented);

    /// <param name="Count">Deals, or times that something moved.</param>
    public sealed record StagePart(string Stage, int Count, string Amount, Evidence ByEvidence, int RateMissing);

    /// <param name="Id">Null for the consultations of which no stop is known.</param>
    public sealed record StopPart(
        long? Id, string? Stop, string? StopEn, string? Country, int Consultations, int Buyers, string ConsultationValue, string ContractValue, Missing LeftOut,
        IReadOnlyList<StagePart> Stages);

    public sealed record CompanyPart(
        long Id, string Company, string? CompanyEn, int Consultations, int Buyers, string ConsultationValue, string ContractValue, Missing LeftOut, IReadOnlyList<StagePart> Stages);

    /// <summary>A figure that somebody published: never added to the others.</summary>
    public sealed record StatedPart(string Figure, string Value, string AsPrinted, string Source, DateOnly StatedOn);

    /// <param name="RateMissing">Amounts in no total for want of a rate.</param>
    public sealed record Missing(int RateMissing, int ConsultationValues, int ContractValues);

    public static async Task<TotalsDocument?> OfAsync(TradeDbContext db, long id, CancellationToken cancellation)
    {
        var mission = await db.Missions.Where(mission => mission.Id == id).Select(mission => new { mission.Reference, mission.BaseCurrency }).FirstOrDefaultAsync(cancellation);
        if (mission is null)
        {
            return null;
        }

        var totals = await db.MissionTotals.AsNoTracking().Where(total => total.MissionId == id).ToListAsync(cancellation);
        var stops = await db.Stops.Where(stop => stop.MissionId == id).OrderBy(stop => stop.StartsOn == null).ThenBy(stop => stop.StartsOn).ThenBy(stop => stop.Id)
            .Select(stop => new { stop.Id, stop.CityKo, stop.CityEn, stop.Country }).ToListAsync(cancellation);
        var companies = await db.Participations.Where(participation => participation.MissionId == id).OrderBy(participation => participation.Id)
            .Select(participation => new { participation.Id, participation.Status, participation.CompanyId, participation.Company.NameKo, participation.Company.NameEn })
            .ToListAsync(cancellation);
        var stated = await db.StatedTotals.AsNoTracking().Where(total => total.MissionId == id).OrderBy(total => total.Figure).ThenByDescending(total => total.StatedOn)
            .ToListAsync(cancellation);

        var tiers = (await db.TierTotals.AsNoTracking().Where(total => total.MissionId == id).ToListAsync(cancellation)).ToLookup(total => (total.Scope, total.ScopeId));
        var whole = Of(TotalScope.Mission, id);
        var wholeTiers = StageFigures.Of(tiers[(TotalScope.Mission, id)]);
        var unknownStop = Of(TotalScope.Stop, MissionTotal.UnknownStop);
        return new TotalsDocument(
            mission.Reference,
            mission.BaseCurrency,
            whole.Consultations,
            whole.Buyers,
            Text(whole.ConsultationValue),
            Text(whole.ContractValue),
            [.. stops.Select(stop => Part(stop.Id, stop.CityKo, stop.CityEn, stop.Country, Of(TotalScope.Stop, stop.Id), StagesOf(TotalScope.Stop, stop.Id))),
                .. unknownStop.Consultations > 0 ? [Part(null, null, null, null, unknownStop, StagesOf(TotalScope.Stop, MissionTotal.UnknownStop))] : Array.Empty<StopPart>()],
            [.. companies
                .Select(company => (Company: company, Figures: Of(TotalScope.Participation, company.Id)))
                .Where(row => row.Company.Status == ParticipationStatus.Selected || row.Figures.Consultations > 0)
                .Select(row => new CompanyPart(
                    row.Company.CompanyId, row.Company.NameKo, row.Company.NameEn, row.Figures.Consultations, row.Figures.Buyers,
                    Text(row.Figures.ConsultationValue), Text(row.Figures.ContractValue), LeftOutOf(row.Figures), StagesOf(TotalScope.Participation, row.Company.Id)))],
            [.. stated.Select(total => new StatedPart(NameOf(total.Figure), Text(total.Amount), total.AsPrinted, total.Source, total.StatedOn))],
            LeftOutOf(whole),
            EvidenceOf(wholeTiers, TotalFigure.ConsultationValue),
            PartsOf(wholeTiers, StageFigures.Stages),
            PartsOf(wholeTiers, StageFigures.Exits),
            PartsOf(wholeTiers, StageFigures.Movements),
            await RateDays.OfAsync(db, id, cancellation),
            whole.IsSumOf(All(TotalScope.Stop)) && whole.IsSumOf(All(TotalScope.Participation))
                && wholeTiers.Contract().Amount == whole.ContractValue && wholeTiers[TotalFigure.ConsultationValue].Amount == whole.ConsultationValue);

        IReadOnlyList<StagePart> StagesOf(TotalScope scope, long scopeId) => PartsOf(StageFigures.Of(tiers[(scope, scopeId)]), StageFigures.Stages);

        Figures Of(TotalScope scope, long scopeId) => Figures.Of(totals.Find(total => total.Scope == scope && total.ScopeId == scopeId));

        List<Figures> All(TotalScope scope) => [.. totals.Where(total => total.Scope == scope).Select(Figures.Of)];

        static StopPart Part(long? id, string? cityKo, string? cityEn, string? country, Figures figures, IReadOnlyList<StagePart> stages) => new(
            id, cityKo, cityEn, country, figures.Consultations, figures.Buyers, Text(figures.ConsultationValue), Text(figures.ContractValue), LeftOutOf(figures), stages);
    }

    private static IReadOnlyList<StagePart> PartsOf(StageFigures figures, IReadOnlyList<(TotalFigure Figure, DealStage Stage)> parts) =>
        [.. parts.Select(part => (part.Stage, All: figures[part.Figure], Evidence: EvidenceOf(figures, part.Figure)))
            .Select(part => new StagePart(part.Stage.ToString(), part.All.Count, Text(part.All.Amount), part.Evidence, part.All.WithoutRate))];

    private static Evidence EvidenceOf(StageFigures figures, TotalFigure figure) =>
        new(Text(figures[figure, EvidenceTier.Recorded].Amount), Text(figures[figure, EvidenceTier.Confirmed].Amount), Text(figures[figure, EvidenceTier.Documented].Amount));

    private static Missing LeftOutOf(Figures figures) => new(figures.LeftOut, figures.ConsultationValuesWithoutRate, figures.ContractValuesWithoutRate);

    /// <summary>consultationValue, contractValue: as the figures themselves are named here.</summary>
    private static string NameOf(StatedFigure figure)
    {
        var name = figure.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Text(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);
}
