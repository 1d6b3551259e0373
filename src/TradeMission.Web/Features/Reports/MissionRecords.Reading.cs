using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Reports;

public sealed partial record MissionRecords
{
    public static async Task<MissionRecords> OfAsync(TradeDbContext db, long mission, CancellationToken cancellation)
    {
        var consultations = await db.Consultations.AsNoTrackingWithIdentityResolution().Where(consultation => consultation.MissionId == mission)
            .Include(consultation => consultation.Participation).ThenInclude(participation => participation.Company)
            .Include(consultation => consultation.Buyer)
            .Include(consultation => consultation.Stop)
            .Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps).ThenInclude(step => step.Evidence)
            .OrderBy(consultation => consultation.Id).ToListAsync(cancellation);
        var deals = consultations.SelectMany(consultation => consultation.Deals).OrderBy(deal => deal.Id).ToList();
        var steps = deals.SelectMany(deal => deal.Steps.OrderBy(step => step.Number)).ToList();
        return new MissionRecords
        {
            Mission = await db.Missions.Where(record => record.Id == mission)
                .Select(record => new MissionRow(
                    record.Id, record.Reference, record.TitleKo, record.TitleEn, record.StartsOn, record.EndsOn, record.Region, record.Purpose, record.LeadOrganisation, record.BaseCurrency,
                    record.PlannedBudget, record.SpentBudget, record.TargetCompanies, record.TargetConsultations, record.TargetConsultationValue, record.TargetContractValue))
                .SingleAsync(cancellation),
            Stops = await db.Stops.Where(stop => stop.MissionId == mission).OrderBy(stop => stop.Id)
                .Select(stop => new StopRow(stop.Id, stop.CityKo, stop.CityEn, stop.Country, stop.StartsOn, stop.EndsOn, stop.Venue, stop.HostOrganisation)).ToListAsync(cancellation),
            Participations = await db.Participations.Where(participation => participation.MissionId == mission).OrderBy(participation => participation.Id)
                .Select(participation => new ParticipationRow(
                    participation.Id, participation.CompanyId, participation.Company.NameKo, participation.Company.NameEn, participation.Status, participation.ProductsShown,
                    participation.PeopleSent, participation.OwnContribution)).ToListAsync(cancellation),
            Consultations = [.. consultations.Select(RowOf)],
            Deals = [.. deals.Select(RowOf)],
            Steps = [.. steps.Select(RowOf)],
            Evidence = [.. steps.SelectMany(step => step.Evidence.OrderBy(file => file.Id).Select(file => new EvidenceRow(file.Id, step.Id, step.Deal.ConsultationId, file.FileName, file.Size, file.Sha256)))],
            Stated = await db.StatedTotals.Where(stated => stated.MissionId == mission).OrderBy(stated => stated.Id)
                .Select(stated => new StatedRow(stated.Id, stated.Figure, stated.Amount, stated.AsPrinted, stated.Source, stated.StatedOn)).ToListAsync(cancellation),
            Supports = [.. (await db.HostSupports.AsNoTracking().Include(support => support.Stop).Where(support => support.Stop.MissionId == mission).OrderBy(support => support.Id).ToListAsync(cancellation))
                .Select(support => new SupportRow(
                    support.Id, support.StopId, support.Stop.CityKo, support.Stop.CityEn, support.Kind, support.Description, support.Quantity, support.Unit, support.UnitPrice, support.Basis,
                    KeptValue.Of(support.Value)))],
            Exchanges = await db.Exchanges.Where(exchange => exchange.MissionId == mission).OrderBy(exchange => exchange.Id)
                .Select(exchange => new ExchangeRow(
                    exchange.Id, exchange.SisterCityId, exchange.SisterCity.NameKo, exchange.SisterCity.NameEn, exchange.Field, exchange.HeldOn, exchange.Agreed, exchange.NextStep,
                    exchange.NextStepDueOn)).ToListAsync(cancellation),
            Totals = [.. (await db.MissionTotals.Where(total => total.MissionId == mission)
                    .Select(total => new TotalRow(
                        total.Scope, total.ScopeId, total.Consultations, total.Buyers, total.ConsultationValue, total.ContractValue, total.ConsultationValuesWithoutRate,
                        total.ContractValuesWithoutRate)).ToListAsync(cancellation))
                .OrderBy(total => total.Scope).ThenBy(total => total.ScopeId)],

            // A cell that has come back to nothing says nothing.
            Cells = [.. (await db.TierTotals.Where(cell => cell.MissionId == mission && cell.Count != 0)
                    .Select(cell => new CellRow(cell.Scope, cell.ScopeId, cell.Figure, cell.Tier, cell.Count, cell.Amount, cell.WithoutRate)).ToListAsync(cancellation))
                .OrderBy(cell => cell.Scope).ThenBy(cell => cell.ScopeId).ThenBy(cell => cell.Figure).ThenBy(cell => cell.Tier)],
        };
    }

    private static ConsultationRow RowOf(Consultation consultation) => new(
        consultation.Id, consultation.ParticipationId, consultation.Participation.Company.NameKo, consultation.Participation.Company.NameEn, consultation.BuyerId, consultation.Buyer.Name,
        consultation.StopId, consultation.Stop?.CityKo, consultation.Stop?.CityEn, consultation.HeldOn, consultation.DayUnknown, consultation.StartsAt, consultation.Kind, consultation.Products,
        KeptValue.Of(consultation.Value), consultation.Answer, consultation.Assessment, consultation.Notes, consultation.NextStep, consultation.NextStepDueOn, consultation.NextStepOwner,
        consultation.NextStepDoneOn, consultation.LoggedByName, consultation.LoggedAt);

    private static DealRow RowOf(Deal deal) => new(
        deal.Id, deal.ConsultationId, deal.Consultation.Participation.Company.NameKo, deal.Consultation.Participation.Company.NameEn, deal.Consultation.Buyer.Name, deal.Stage, deal.State,
        deal.ContractAmount, deal.ContractCurrency, deal.ContractBase, deal.IsAtLeast, deal.Tier, deal.ExpectedOn, deal.Likelihood, deal.Owner, deal.DueOn);

    private static StepRow RowOf(DealStep step) => new(
        step.Id, step.DealId, step.Deal.ConsultationId, step.Deal.Consultation.Participation.Company.NameKo, step.Deal.Consultation.Participation.Company.NameEn,
        step.Deal.Consultation.Buyer.Name, step.Number, step.Stage, KeptValue.Of(step.Value), step.On, step.ExpectedOn, step.Likelihood, step.Note, step.Reason, step.Revives,
        step.CorrectsId is { } corrected ? step.Deal.Steps.First(other => other.Id == corrected).Number : null, step.IsWithdrawal, step.IsStruck, step.Answer, step.Tier, step.ByCompany,
        step.RecordedByName, step.RecordedAt);
}
