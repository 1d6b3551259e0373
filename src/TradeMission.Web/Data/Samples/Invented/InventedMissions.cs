using System.Globalization;
using Microsoft.AspNetCore.Identity;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Features.Missions;

namespace TradeMission.Web.Data.Samples.Invented;

/// <summary>Missions of firms and buyers that do not exist: every name says so.</summary>
internal static class InventedMissions
{
    private const string LeadOrganisation = "국제통상팀 (예시)";
    private const string BaseCurrency = "USD";
    private const string Officer = "officer@example.com";

    public static async Task LoadAsync(TradeDbContext db, UserManager<TradeUser> users, string password, CancellationToken cancellation)
    {
        var register = await RegisterLoader.LoadAsync(db, users, password, BaseCurrency, cancellation);
        var missions = SampleFacts.Read<List<InventedMission>>("missions.json").Append(SampleFacts.Read<InventedMission>("mission-2026-014.json"));
        foreach (var facts in missions.OrderBy(mission => mission.StartsOn))
        {
            await LoadAsync(db, facts, register, cancellation);
            db.ChangeTracker.Clear();
        }
    }

    private static async Task LoadAsync(TradeDbContext db, InventedMission facts, Register register, CancellationToken cancellation)
    {
        db.AttachRange(register.SisterCities.Values);
        var mission = MissionOf(facts, register);
        db.Add(mission);
        var stops = facts.Stops.Select(stop => (StopOf(stop, mission, register), register.Places[stop.City])).ToList();
        foreach (var (stop, _) in stops)
        {
            db.Add(stop);
        }

        var support = facts.Stops.Zip(stops).SelectMany(pair => (pair.First.Support ?? []).Select(given => SupportOf(given, pair.Second.Item1, mission, register.Rates)));
        db.AddRange(support);
        var participations = facts.Companies.Select(company => ParticipationOf(company.Key, company.Value, mission, register)).ToList();
        db.AddRange(participations.Select(participation => participation.Record));
        db.AddRange((facts.Exchanges ?? []).Select(exchange => ExchangeOf(exchange, register.SisterCities[exchange.City!], mission)));
        await db.SaveChangesAsync(cancellation);

        var dice = new Dice((ulong)mission.Reference.Aggregate(17, (seed, letter) => (seed * 31) + letter));
        var selected = participations.Where(participation => participation.Record.Status == ParticipationStatus.Selected).ToList();
        var meetings = Arrangement.Of(facts.Consultations, stops, selected, register.Buyers, dice);
        var held = meetings.Select(meeting => Conversation.Of(meeting, mission, facts.Online, register, dice)).ToList();
        db.AddRange(held);
        db.AddRange((facts.Stated ?? []).Select(stated => StatementOf(stated, mission, held)));
        await db.SaveChangesAsync(cancellation);
        Answer(held, dice);
        var steps = held.SelectMany(consultation => consultation.Deals).Select(deal => (Deal: deal, Rungs: Ladder.Of(deal, register, dice))).ToList();
        var closing = HistoryOf(facts).FirstOrDefault(change => change.To == MissionStatus.Closed);
        if (closing is not null)
        {
            Climb(steps, rung => rung.Author.At <= closing.At);
            await db.SaveChangesAsync(cancellation);
            var by = register.Officers[closing.By];
            await new MissionClosing(db).CloseAsync(mission, closing.Reason, by.Id, by.Name, closing.At, cancellation);
        }

        Climb(steps, rung => closing is null || rung.Author.At > closing.At);
        await db.SaveChangesAsync(cancellation);
    }

    private static void Climb(IEnumerable<(Deal Deal, IReadOnlyList<Rung> Rungs)> steps, Func<Rung, bool> inTime)
    {
        foreach (var (deal, rungs) in steps)
        {
            foreach (var rung in rungs.Where(inTime))
            {
                deal.Add(rung.Step, rung.Author, rung.Step.On);
            }
        }
    }

    /// <summary>Companies have confirmed most figures of past missions and some of recent ones, and disputed a few.</summary>
    private static void Answer(IReadOnlyList<Consultation> held, Dice dice)
    {
        foreach (var consultation in held.Where(consultation => consultation.Value is not null))
        {
            var share = dice.Share();
            if (share < (consultation.HeldOn.Year < Conversation.Today.Year ? 0.7 : 0.35))
            {
                consultation.Take(FigureState.Confirmed);
                if (consultation.Deals is [var deal] && dice.Chance(0.8))
                {
                    deal.Take(deal.Steps[0], FigureState.Confirmed);
                }
            }
        }
    }

    private static Mission MissionOf(InventedMission facts, Register register)
    {
        var mission = new Mission
        {
            Reference = facts.Reference,
            TitleKo = facts.TitleKo,
            TitleEn = facts.TitleEn,
            StartsOn = facts.StartsOn,
            EndsOn = facts.EndsOn,
            Region = facts.Region,
            Purpose = facts.Purpose,
            LeadOrganisation = LeadOrganisation,
            BaseCurrency = BaseCurrency,
            PlannedBudget = facts.PlannedBudget,
            SpentBudget = facts.SpentBudget,
            TargetCompanies = facts.Targets.Companies,
            TargetConsultations = facts.Targets.Consultations,
            TargetConsultationValue = facts.Targets.ConsultationValue,
            TargetContractValue = facts.Targets.ContractValue,
        };
        mission.HostWith([.. facts.Stops.Where(stop => register.Places[stop.City].Sister).Select(stop => register.SisterCities[stop.City].Id)]);
        foreach (var change in HistoryOf(facts).TakeWhile(change => change.To != MissionStatus.Closed))
        {
            var by = register.Officers[change.By];
            mission.ChangeStatus(change.To, change.Reason, by.Id, by.Name, change.At);
        }

        return mission;
    }

    private static IEnumerable<InventedChange> HistoryOf(InventedMission facts) => facts.History ?? UsualHistory(facts);

    /// <summary>The way a mission usually takes to the status it has come to, its days counted from the mission's own.</summary>
    private static IEnumerable<InventedChange> UsualHistory(InventedMission facts)
    {
        InventedChange[] way =
        [
            new(MissionStatus.Recruiting, Moment(facts.StartsOn.AddDays(-140)), "참가기업 모집 공고를 냄", Officer),
            new(MissionStatus.Confirmed, Moment(facts.StartsOn.AddDays(-60)), "심사위원회에서 참가기업을 선정함", Officer),
            new(MissionStatus.Underway, Moment(facts.StartsOn), "현지 일정을 시작함", Officer),
            new(MissionStatus.Closed, Moment(facts.EndsOn.AddDays(21)), "결과보고를 마침", Officer),
        ];
        return facts.End == MissionStatus.Cancelled
            ? [way[0], new InventedChange(MissionStatus.Cancelled, Moment(facts.StartsOn.AddDays(-45)), facts.EndReason!, Officer)]
            : way.Where(change => change.To <= facts.End);
    }

    private static DateTime Moment(DateOnly day) => day.ToDateTime(new TimeOnly(0, 40), DateTimeKind.Utc);

    private static Stop StopOf(InventedStop stop, Mission mission, Register register)
    {
        var place = register.Places[stop.City];
        return new Stop
        {
            Mission = mission,
            CityKo = place.Ko,
            CityEn = stop.City,
            Country = place.Country,
            TimeZone = place.Zone,
            StartsOn = stop.StartsOn,
            EndsOn = stop.EndsOn,
            Venue = stop.Venue,
            HostOrganisation = stop.Host,
            SisterCity = place.Sister ? register.SisterCities[stop.City] : null,
        };
    }

    private static HostSupport SupportOf(InventedSupport given, Stop stop, Mission mission, RateTable rates)
    {
        var value = given is { Quantity: { } quantity, UnitPrice: { } price }
            ? new Valued(new Money(quantity * price, given.Currency), rates.On(given.Currency, stop.StartsOn ?? mission.StartsOn))
            : null;
        return new HostSupport
        {
            Stop = stop,
            Kind = given.Kind,
            Description = given.Description,
            Quantity = given.Quantity,
            Unit = given.Unit,
            UnitPrice = given.UnitPrice,
            Basis = given.Basis,
            Value = value,
        };
    }

    private static (Participation Record, string Line, InventedLine Facts) ParticipationOf(string key, ParticipationStatus status, Mission mission, Register register)
    {
        var (company, lineKey) = register.Companies[key];
        var line = register.Lines[lineKey];
        var participation = new Participation
        {
            Mission = mission,
            CompanyId = company.Id,
            ProductsShown = string.Join(", ", line.Products.Select(product => product.Ko)),
            PeopleSent = status == ParticipationStatus.Selected ? 1 + (company.NameKo.Length % 2) : null,
            OwnContribution = status == ParticipationStatus.Selected ? 1_500_000 : null,
        };
        participation.Decide(status);
        return (participation, lineKey, line);
    }

    private static Exchange ExchangeOf(InventedExchange exchange, SisterCity city, Mission? mission) => new()
    {
        SisterCity = city,
        Mission = mission,
        HeldOn = exchange.On,
        Field = exchange.Field,
        Agreed = exchange.Agreed,
        NextStep = exchange.Next,
        NextStepDueOn = exchange.Due,
    };

    private static StatedTotal StatementOf(InventedStatement stated, Mission mission, IReadOnlyList<Consultation> held)
    {
        var recorded = held.Sum(consultation => stated.Figure == StatedFigure.ConsultationValue ? consultation.Value?.BaseAmount ?? 0 : consultation.Deals.Sum(deal => deal.ContractBase ?? 0));
        var amount = decimal.Round(recorded * stated.Share / 100_000) * 100_000;
        return new StatedTotal
        {
            Mission = mission,
            Figure = stated.Figure,
            Amount = amount,
            AsPrinted = string.Create(CultureInfo.InvariantCulture, $"{amount / 10_000:#,0}만불"),
            Source = stated.Source,
            StatedOn = stated.On,
        };
    }
}
