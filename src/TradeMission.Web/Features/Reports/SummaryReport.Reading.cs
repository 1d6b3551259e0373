using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Reports;

public sealed partial record SummaryReport
{
    /// <param name="asOf">The moment that the report speaks of where that is not now; UTC. Figures are the present ones in any case.</param>
    public static async Task<SummaryReport?> OfAsync(TradeDbContext db, long id, CancellationToken cancellation, DateTime? asOf = null)
    {
        var mission = await db.Missions.AsNoTracking().AsSplitQuery()
            .Include(m => m.CoHosts).ThenInclude(host => host.SisterCity)
            .Include(m => m.StatedTotals)
            .Include(m => m.StatusChanges)
            .Include(m => m.Stops).ThenInclude(stop => stop.Supports)
            .Include(m => m.Stops).ThenInclude(stop => stop.SisterCity)
            .FirstOrDefaultAsync(m => m.Id == id, cancellation);
        if (mission is null)
        {
            return null;
        }

        var at = asOf ?? db.Clock.GetUtcNow().UtcDateTime;
        var totals = await db.MissionTotals.AsNoTracking().Where(total => total.MissionId == id).ToListAsync(cancellation);
        var talks = await TalksAsync(db, id, cancellation);
        var companies = await CompaniesAsync(db, id, Of, cancellation);
        var exchanges = await db.Exchanges.Where(exchange => exchange.MissionId == id).OrderBy(exchange => exchange.HeldOn).ThenBy(exchange => exchange.Id)
            .Select(exchange => new ExchangeLine(
                exchange.SisterCity.NameKo, exchange.SisterCity.NameEn, exchange.Field, exchange.HeldOn, exchange.Agreed, exchange.NextStep, exchange.NextStepDueOn))
            .ToListAsync(cancellation);
        var stops = mission.Stops.OrderBy(stop => stop.StartsOn is null).ThenBy(stop => stop.StartsOn).ThenBy(stop => stop.Id).ToList();
        var warnings = talks.SelectMany(talk => Consultation.FigureWarningsOf(talk.BaseValue, talk.Contract, talk.Pursued)).ToList();
        var values = talks.Select(talk => talk.BaseValue ?? 0).Where(value => value > 0).Order().ToList();
        return new SummaryReport
        {
            MissionId = id,
            Reference = mission.Reference,
            TitleKo = mission.TitleKo,
            TitleEn = mission.TitleEn,
            StartsOn = mission.StartsOn,
            EndsOn = mission.EndsOn,
            Status = mission.Status,
            ClosedAt = mission.Status == MissionStatus.Closed ? mission.StatusChanges.Where(change => change.To == MissionStatus.Closed).Max(change => (DateTime?)change.At) : null,
            At = at,
            Purpose = mission.Purpose,
            LeadOrganisation = mission.LeadOrganisation,
            CoHosts = [.. mission.CoHosts.OrderBy(host => host.Id).Select(host => new City(host.SisterCity.NameKo, host.SisterCity.NameEn, host.SisterCity.Kind))],
            Currency = mission.BaseCurrency,
            PlannedBudget = mission.PlannedBudget,
            SpentBudget = mission.SpentBudget,
            Wanted = new Targets(mission.TargetCompanies, mission.TargetConsultations, mission.TargetConsultationValue, mission.TargetContractValue),
            Total = Of(TotalScope.Mission, id),
            Tiers = await db.TierTotals.Where(total => total.MissionId == id && total.Scope == TotalScope.Mission && total.Count > 0).OrderBy(total => total.Figure).ThenBy(total => total.Tier)
                .Select(total => new TierLine(total.Figure, total.Tier, total.Count, total.Amount, total.WithoutRate)).ToListAsync(cancellation),
            Rates = await RateDays.OfAsync(db, id, cancellation),
            Stops = [.. stops.Select(stop => new StopLine(
                    stop.Id, stop.CityKo, stop.CityEn, stop.Country, stop.StartsOn, stop.EndsOn, stop.Venue, stop.HostOrganisation, stop.SisterCity?.Kind, Of(TotalScope.Stop, stop.Id))),
                .. Of(TotalScope.Stop, MissionTotal.UnknownStop) is { Consultations: > 0 } unknown
                    ? [new StopLine(null, "", "", "", null, null, null, null, null, unknown)] : Array.Empty<StopLine>()],
            Companies = companies,
            Stated = [.. mission.StatedTotals.OrderBy(stated => stated.Figure).ThenBy(stated => stated.StatedOn).ThenBy(stated => stated.Id)
                .Select(stated => new StatedLine(stated.Figure, stated.Amount, stated.AsPrinted, stated.Source, stated.StatedOn))],
            Buyers = await BuyersAsync(db, id, talks, DateOnly.FromDateTime(Office.ToLocal(at)), cancellation),
            Supports = [.. stops.SelectMany(stop => stop.Supports.OrderBy(support => support.Id).Select(support => new SupportLine(
                stop.CityKo, stop.CityEn, support.Kind, support.Description, support.Quantity, support.Unit, support.UnitPrice, support.Basis,
                support.Value?.Amount, support.Value?.Currency, support.Value?.BaseAmount)))],
            Exchanges = exchanges,
            Steps = StepsOf(talks, exchanges),
            ContractsAboveConsultation = warnings.Count(warning => warning == FigureWarning.ContractAboveConsultation),
            ValuesFarOff = values.Count(value => UsualValue.OfOthers(values, value).IsFarOff(value)),
            RatesOld = talks.Count(talk => IsOld(talk.RatedOn, talk.HeldOn)) + await OldStepRatesAsync(db, id, cancellation),
            DaysOutside = talks.Count(talk => !talk.DayUnknown && Stop.Fit(talk.HeldOn, talk.StopStartsOn ?? mission.StartsOn, talk.StopEndsOn ?? mission.EndsOn) != DayFit.Within),
            SameDayAgain = talks.Where(talk => !talk.DayUnknown).GroupBy(talk => (talk.ParticipationId, talk.BuyerId, talk.HeldOn)).Sum(group => group.Count() - 1),
            ContractsOutsideUsualShare = warnings.Count(warning => warning == FigureWarning.PursuedOutsideUsualShare),
        };

        Figures Of(TotalScope scope, long scopeId) => Figures.Of(totals.Find(total => total.Scope == scope && total.ScopeId == scopeId));
    }

    private static bool IsOld(DateOnly? rated, DateOnly on) => rated is { } day && on.DayNumber - day.DayNumber > ConsultationPage.RateDays;

    private static async Task<int> OldStepRatesAsync(TradeDbContext db, long id, CancellationToken cancellation) =>
        (await db.DealSteps.Where(step => step.Deal.MissionId == id && !step.IsStruck && step.RatedOn != null).Select(step => new { step.RatedOn, step.On }).ToListAsync(cancellation))
            .Count(step => IsOld(step.RatedOn, step.On));

    private static Task<List<Talk>> TalksAsync(TradeDbContext db, long id, CancellationToken cancellation) =>
        db.Consultations.Where(consultation => consultation.MissionId == id).OrderBy(consultation => consultation.Id)
            .Select(consultation => new Talk(
                consultation.Participation.Company.NameKo, consultation.Participation.Company.NameEn, consultation.BuyerId, consultation.Buyer.Name,
                (decimal?)consultation.Value!.Amount, consultation.Value!.BaseAmount,
                consultation.Deals.Where(deal => deal.State == DealState.Open).Sum(deal => deal.ContractBase ?? 0m),
                consultation.Deals.Where(deal => deal.State == DealState.Open && deal.Stage == DealStage.Pursued).Sum(deal => deal.ContractBase ?? 0m),
                consultation.ParticipationId, consultation.HeldOn, consultation.DayUnknown, consultation.RatedOn, consultation.Stop!.StartsOn, consultation.Stop!.EndsOn,
                consultation.NextStepDoneOn == null ? consultation.NextStep : null, consultation.NextStepDueOn, consultation.NextStepOwner))
            .ToListAsync(cancellation);

    private static async Task<IReadOnlyList<CompanyLine>> CompaniesAsync(
        TradeDbContext db, long id, Func<TotalScope, long, Figures> of, CancellationToken cancellation)
    {
        var rows = await db.Participations.Where(participation => participation.MissionId == id)
            .Select(participation => new
            {
                participation.Id,
                participation.Status,
                participation.Company.NameKo,
                participation.Company.NameEn,
                participation.ProductsShown,
                Products = participation.Company.Products.OrderBy(product => product.Id).Select(product => new Named(product.NameKo, product.NameEn)).ToList(),
            })
            .ToListAsync(cancellation);
        return [.. rows
            .Select(row => new CompanyLine(
                row.NameKo, row.NameEn, row.Status,
                row.Products.Count > 0 ? string.Join(", ", row.Products.Select(product => product.NameKo)) : row.ProductsShown,
                row.Products.Count > 0 ? string.Join(", ", row.Products.Select(product => product.NameEn ?? product.NameKo)) : row.ProductsShown,
                of(TotalScope.Participation, row.Id)))
            .Where(line => line.Status == ParticipationStatus.Selected || line.Figures.Consultations > 0)
            .OrderByDescending(line => line.Figures.ConsultationValue).ThenByDescending(line => line.Figures.Consultations).ThenBy(line => line.NameKo, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<BuyerLine>> BuyersAsync(TradeDbContext db, long id, List<Talk> talks, DateOnly today, CancellationToken cancellation)
    {
        var buyers = await db.Buyers.AsNoTracking()
            .Where(buyer => db.Consultations.Any(consultation => consultation.MissionId == id && consultation.BuyerId == buyer.Id))
            .ToDictionaryAsync(buyer => buyer.Id, cancellation);
        return [.. talks.GroupBy(talk => talk.BuyerId)
            .Where(group => buyers.ContainsKey(group.Key))
            .Select(group => (Buyer: buyers[group.Key], Talks: group))
            .Select(row => new BuyerLine(
                row.Buyer.Name, row.Buyer.NameOther, row.Buyer.Country, row.Buyer.City, row.Buyer.CreditOn(today), row.Buyer.CreditCheckedOn,
                [.. row.Talks.Select(talk => new Named(talk.CompanyKo, talk.CompanyEn)).Distinct()],
                row.Talks.Count(),
                row.Talks.Sum(talk => talk.BaseValue ?? 0),
                row.Talks.Count(talk => talk.Value is not null && talk.BaseValue is null)))
            .OrderBy(line => line.Country is null).ThenBy(line => line.Country, StringComparer.Ordinal)
            .ThenBy(line => line.City is null).ThenBy(line => line.City, StringComparer.Ordinal).ThenBy(line => line.Name, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<StepLine> StepsOf(List<Talk> talks, List<ExchangeLine> exchanges) =>
        [.. talks.Where(talk => talk.NextStep is not null)
            .Select(talk => new StepLine(talk.NextStep!, talk.DueOn, talk.Owner, new Named(talk.CompanyKo, talk.CompanyEn), new Named(talk.Buyer, null)))
            .Concat(exchanges.Where(exchange => exchange.NextStep is not null)
                .Select(exchange => new StepLine(exchange.NextStep!, exchange.DueOn, null, null, new Named(exchange.CityKo, exchange.CityEn))))
            .OrderBy(step => step.DueOn is null).ThenBy(step => step.DueOn)];

    /// <summary>What the report needs of a consultation.</summary>
    private sealed record Talk(
        string CompanyKo, string? CompanyEn, long BuyerId, string Buyer, decimal? Value, decimal? BaseValue, decimal Contract, decimal Pursued,
        long ParticipationId, DateOnly HeldOn, bool DayUnknown, DateOnly? RatedOn, DateOnly? StopStartsOn, DateOnly? StopEndsOn, string? NextStep, DateOnly? DueOn, string? Owner);
}
