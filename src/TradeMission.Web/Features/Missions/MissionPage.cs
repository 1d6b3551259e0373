using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Features.Missions;

/// <summary>The mission page: what people came for first (totals), then every section.</summary>
public sealed class MissionPage
{
    /// <summary>Consultations shown here, newest first; their list has them all.</summary>
    public const int ConsultationsShown = 100;

    /// <summary>Next steps shown here; the list of consultations has them all.</summary>
    public const int StepsShown = 12;

    public required Mission Mission { get; init; }

    public required MissionTotal Totals { get; init; }

    /// <summary>The mission's totals by stage and evidence.</summary>
    public required StageFigures Stages { get; init; }

    /// <summary>The first and the last day of the rates behind the mission's figures; null where everything is in the base currency.</summary>
    public required RateDays? Rates { get; init; }

    public required ConsultationTable Consultations { get; init; }

    public required IReadOnlyList<StopRow> Stops { get; init; }

    public required IReadOnlyList<CompanyRow> Companies { get; init; }

    public required IReadOnlyList<StepRow> Steps { get; init; }

    public required int StepsInAll { get; init; }

    public required IReadOnlyList<Exchange> Exchanges { get; init; }

    public required IReadOnlyList<HistoryItem> History { get; init; }

    /// <summary>How often its report has been kept.</summary>
    public required int Snapshots { get; init; }

    public required int RecommendedBuyers { get; init; }

    public required DateOnly Today { get; init; }

    public int SelectedCompanies => Companies.Count(row => row.Status == ParticipationStatus.Selected);

    public IEnumerable<StatedTotal> Stated(StatedFigure figure) => Mission.StatedTotals.Where(stated => stated.Figure == figure).OrderByDescending(stated => stated.StatedOn);

    /// <summary>What the records add up to, for a figure that somebody stated.</summary>
    public decimal Recorded(StatedFigure figure) => figure == StatedFigure.ConsultationValue ? Totals.ConsultationValue : Totals.ContractValue;

    /// <summary>In-kind support in the base currency, over all stops; support without a known price is not in it.</summary>
    public decimal BudgetSpared => Mission.Stops.SelectMany(stop => stop.Supports).Sum(support => support.Value?.BaseAmount ?? 0);

    public sealed record StopRow(Stop Stop, MissionTotal? Totals);

    public sealed record CompanyRow(
        long ParticipationId, long CompanyId, string NameKo, string? NameEn, ParticipationStatus Status, string? ProductsShown, IReadOnlyList<CompanyRow.Item> Products, MissionTotal? Totals)
    {
        public sealed record Item(string NameKo, string? NameEn, string? HsCode);
    }

    public sealed record StepRow(long ConsultationId, string Step, DateOnly? DueOn, string CompanyKo, string? CompanyEn, string Buyer, string? Owner);

    public static async Task<MissionPage?> OfAsync(TradeDbContext db, long id, DateOnly today, CancellationToken cancellation)
    {
        var mission = await db.Missions.AsNoTracking()
            .Include(m => m.CoHosts).ThenInclude(host => host.SisterCity)
            .Include(m => m.StatedTotals)
            .Include(m => m.Stops.OrderBy(stop => stop.StartsOn).ThenBy(stop => stop.Id)).ThenInclude(stop => stop.Supports)
            .Include(m => m.Stops).ThenInclude(stop => stop.SisterCity)
            .FirstOrDefaultAsync(m => m.Id == id, cancellation);
        if (mission is null)
        {
            return null;
        }

        var totals = await db.MissionTotals.AsNoTracking().Where(total => total.MissionId == id).ToListAsync(cancellation);
        var companies = await db.Participations.AsNoTracking().Where(participation => participation.MissionId == id)
            .Select(participation => new
            {
                participation.Id,
                participation.CompanyId,
                participation.Company.NameKo,
                participation.Company.NameEn,
                participation.Status,
                participation.ProductsShown,
                Products = participation.Company.Products.OrderBy(product => product.Id).Select(product => new CompanyRow.Item(product.NameKo, product.NameEn, product.HsCode)).ToList(),
            })
            .ToListAsync(cancellation);
        var open = db.Consultations.Where(consultation => consultation.MissionId == id && consultation.NextStep != null && consultation.NextStepDoneOn == null);
        var steps = await open.OrderBy(consultation => consultation.NextStepDueOn == null).ThenBy(consultation => consultation.NextStepDueOn).ThenBy(consultation => consultation.Id)
            .Take(StepsShown)
            .Select(consultation => new StepRow(
                consultation.Id, consultation.NextStep!, consultation.NextStepDueOn, consultation.Participation.Company.NameKo, consultation.Participation.Company.NameEn,
                consultation.Buyer.Name, consultation.NextStepOwner))
            .ToListAsync(cancellation);
        return new MissionPage
        {
            Mission = mission,
            Totals = Of(TotalScope.Mission, id) ?? new MissionTotal { MissionId = id, Scope = TotalScope.Mission, ScopeId = id },
            Stages = StageFigures.Of(await db.TierTotals.AsNoTracking().Where(total => total.MissionId == id && total.Scope == TotalScope.Mission).ToListAsync(cancellation)),
            Rates = await RateDays.OfAsync(db, id, cancellation),
            Consultations = new ConsultationTable(
                await db.Consultations.Where(consultation => consultation.MissionId == id)
                    .OrderByDescending(consultation => consultation.HeldOn).ThenByDescending(consultation => consultation.Id).Take(ConsultationsShown)
                    .ToRowsAsync(db, cancellation),
                today),
            Stops = [.. mission.Stops.Select(stop => new StopRow(stop, Of(TotalScope.Stop, stop.Id)))],
            Companies = [.. companies
                .Select(row => new CompanyRow(row.Id, row.CompanyId, row.NameKo, row.NameEn, row.Status, row.ProductsShown, row.Products, Of(TotalScope.Participation, row.Id)))
                .OrderBy(row => row.Status != ParticipationStatus.Selected).ThenByDescending(row => row.Totals?.ConsultationValue ?? 0).ThenBy(row => row.NameKo, StringComparer.Ordinal)],
            Steps = steps,
            StepsInAll = steps.Count < StepsShown ? steps.Count : await open.CountAsync(cancellation),
            Exchanges = await db.Exchanges.AsNoTracking().Include(exchange => exchange.SisterCity).Where(exchange => exchange.MissionId == id)
                .OrderBy(exchange => exchange.HeldOn).ThenBy(exchange => exchange.Id).ToListAsync(cancellation),
            History = await Shared.History.OfAsync<Mission>(db, id, cancellation),
            Snapshots = await db.ReportSnapshots.CountAsync(snapshot => snapshot.MissionId == id, cancellation),
            RecommendedBuyers = await db.Buyers.CountAsync(
                buyer => (buyer.IntroducedBySisterCityId != null || buyer.IntroducedBy != null) && db.Consultations.Any(consultation => consultation.MissionId == id && consultation.BuyerId == buyer.Id), cancellation),
            Today = today,
        };

        MissionTotal? Of(TotalScope scope, long scopeId) => totals.Find(total => total.Scope == scope && total.ScopeId == scopeId);
    }
}
