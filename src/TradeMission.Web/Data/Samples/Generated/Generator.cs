using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;

namespace TradeMission.Web.Data.Samples.Generated;

/// <summary>
/// Fills an empty database with as many consultations as are asked for, to see how the portal bears them. Everything goes through the one way that saves:
/// audited, and with its totals.
/// </summary>
public static class Generator
{
    /// <summary>Consultations of a mission unless it is said otherwise.</summary>
    public const int PerMission = 2_000;

    private const int CompaniesPerMission = 20;
    private const int ConsultationsPerSave = 1_000;
    private const string BaseCurrency = "USD";

    private static readonly Actor By = new(null, "생성기", null);
    private static readonly DateOnly FirstDay = new(2001, 1, 8);
    private static readonly DateOnly RateDay = new(2001, 1, 1);
    private static readonly DateTime LoggedAt = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    private static readonly (string Currency, decimal Rate)[] Rates = [("USD", 1m), ("EUR", 1.1m), ("MYR", 0.24m), ("IDR", 0.0000625m)];
    private static readonly (string Ko, string En, string Country, string Zone)[] Cities =
    [
        ("쿠알라룸푸르", "Kuala Lumpur", "MY", "Asia/Kuala_Lumpur"), ("자카르타", "Jakarta", "ID", "Asia/Jakarta"), ("뮌헨", "Munich", "DE", "Europe/Berlin"),
    ];

    /// <param name="db">Migrated and without missions, companies and buyers.</param>
    /// <param name="consultations">How many.</param>
    /// <param name="missions">They are spread over these evenly.</param>
    /// <param name="saved">Told how many consultations have been saved so far.</param>
    /// <exception cref="SetupException">The database is not empty.</exception>
    public static async Task FillAsync(TradeDbContext db, int consultations, int missions, Action<int> saved, CancellationToken cancellation)
    {
        if (await db.Missions.AnyAsync(cancellation) || await db.Companies.AnyAsync(cancellation) || await db.Buyers.AnyAsync(cancellation))
        {
            throw new SetupException("Generated data is written only into an empty database; this one holds missions, companies or buyers.");
        }

        var actor = db.Actor;
        db.Actor = By;
        try
        {
            var dice = new Dice(1);
            var companies = await CompaniesAsync(db, missions, cancellation);
            var city = await RegistersAsync(db, cancellation);
            var done = 0;
            for (var index = 0; index < missions; index++)
            {
                var count = (int)(((long)consultations * (index + 1) / missions) - done);
                done = await MissionAsync(db, index, count, done, companies, city, dice, saved, cancellation);
            }
        }
        finally
        {
            db.Actor = actor;
            db.ChangeTracker.Clear();
        }
    }

    private static async Task<IReadOnlyList<long>> CompaniesAsync(TradeDbContext db, int missions, CancellationToken cancellation)
    {
        var companies = Enumerable.Range(1, CompaniesPerMission + (missions * 2)).Select(number => new Company
        {
            NameKo = $"생성기업 {number:00000} (예시)",
            NameEn = $"Generated company {number:00000} (sample)",
            RegistrationNumber = RegistrationNumberOf(number),
            Representative = "홍길동 (예시)",
            District = "영통구 매탄동",
            Size = CompanySize.Small,
        }).ToList();
        db.AddRange(companies);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return [.. companies.Select(company => company.Id)];
    }

    private static string RegistrationNumberOf(int number) => $"{number:000000000}{RegistrationNumber.CheckDigit($"{number:000000000}")}";

    private static async Task<long> RegistersAsync(TradeDbContext db, CancellationToken cancellation)
    {
        var city = new SisterCity { NameKo = "생성시 (예시)", NameEn = "Generated City (sample)", Country = "ID", Region = "ASEAN" };
        db.Add(city);
        db.AddRange(Rates.Where(rate => rate.Currency != BaseCurrency).Select(rate => new ExchangeRate
        {
            Currency = rate.Currency,
            Against = BaseCurrency,
            On = RateDay,
            Quoted = rate.Rate,
            Source = "예시 환율",
        }));
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return city.Id;
    }

    private static async Task<int> MissionAsync(
        TradeDbContext db, int index, int count, int done, IReadOnlyList<long> companies, long city, Dice dice, Action<int> saved, CancellationToken cancellation)
    {
        var startsOn = FirstDay.AddDays(7 * index % 9_100);
        var mission = MissionOf(index, startsOn);
        mission.HostWith([city]);
        db.Add(mission);
        var stops = Cities.Select((place, order) => StopOf(place, mission, startsOn.AddDays(order * 2), order == 1 ? city : null)).ToList();
        db.AddRange(stops);
        var participations = Enumerable.Range(0, CompaniesPerMission).Select(order => ParticipationOf(mission, companies[((index * 2) + order) % companies.Count])).ToList();
        db.AddRange(participations);
        var buyers = Enumerable.Range(0, Math.Max(10, count / 5)).Select(order => BuyerOf(index, order)).ToList();
        db.AddRange(buyers);
        await db.SaveChangesAsync(cancellation);

        foreach (var batch in Enumerable.Range(0, count).Chunk(ConsultationsPerSave))
        {
            db.ChangeTracker.Clear();
            db.AddRange(batch.Select(_ => ConsultationOf(mission, stops, participations, buyers, dice)));
            await db.SaveChangesAsync(cancellation);
            done += batch.Length;
            saved(done);
        }

        db.ChangeTracker.Clear();
        return done;
    }

    private static Mission MissionOf(int index, DateOnly startsOn)
    {
        var mission = new Mission
        {
            Reference = $"TM-{startsOn.Year}-{index + 1:000000}",
            TitleKo = $"생성 시장개척단 {index + 1:00000} (예시)",
            TitleEn = $"Generated trade mission {index + 1:00000} (sample)",
            StartsOn = startsOn,
            EndsOn = startsOn.AddDays(5),
            Region = "ASEAN",
            LeadOrganisation = "국제통상팀 (예시)",
            BaseCurrency = BaseCurrency,
        };
        foreach (var status in new[] { MissionStatus.Recruiting, MissionStatus.Confirmed, MissionStatus.Underway })
        {
            mission.ChangeStatus(status, "생성한 자료", null, By.Name, LoggedAt);
        }

        return mission;
    }

    private static Stop StopOf((string Ko, string En, string Country, string Zone) place, Mission mission, DateOnly startsOn, long? city) => new()
    {
        Mission = mission,
        CityKo = place.Ko,
        CityEn = place.En,
        Country = place.Country,
        TimeZone = place.Zone,
        StartsOn = startsOn,
        EndsOn = startsOn.AddDays(1),
        Venue = "상담장 (예시)",
        SisterCityId = city,
    };

    private static Participation ParticipationOf(Mission mission, long company)
    {
        var participation = new Participation { Mission = mission, CompanyId = company, ProductsShown = "생성 품목" };
        participation.Decide(ParticipationStatus.Selected);
        return participation;
    }

    private static Buyer BuyerOf(int mission, int order)
    {
        var place = Cities[order % Cities.Length];
        return new Buyer { Name = $"Contoh Buyer {mission + 1:00000}-{order + 1:00000} (예시)", Country = place.Country, City = place.En, Credit = (Credit)(order % 3) };
    }

    private static Consultation ConsultationOf(Mission mission, List<Stop> stops, List<Participation> participations, List<Buyer> buyers, Dice dice)
    {
        var order = dice.Below(stops.Count);
        var day = stops[order].StartsOn!.Value.AddDays(dice.Below(2));
        var assessment = (Assessment)dice.Below(4);
        var (currency, rate) = dice.Of(Rates);
        var dollars = 1_000 * (5 + dice.Below(300));
        var value = assessment == Assessment.DidNotTakePlace ? null : Valued(dollars, currency, rate);
        var step = assessment == Assessment.CooperationPossible;
        var consultation = new Consultation
        {
            ClientId = dice.Guid(),
            MissionId = mission.Id,
            StopId = stops[order].Id,
            ParticipationId = dice.Of(participations).Id,
            BuyerId = dice.Of(buyers).Id,
            HeldOn = day,
            StartsAt = new TimeOnly(9 + dice.Below(8), 30 * dice.Below(2)),
            Products = "생성 품목",
            Value = value,
            Assessment = assessment,
            Notes = "생성한 상담 기록입니다. 견본과 가격표를 요청함.",
            NextStep = step ? "견본 발송" : null,
            NextStepDueOn = step ? day.AddDays(14) : null,
            NextStepOwner = step ? By.Name : null,
            NextStepDoneOn = step && dice.Chance(0.9) ? day.AddDays(10) : null,
            LoggedByName = By.Name,
            LoggedAt = LoggedAt,
            From = RecordedFrom.Sample,
        };
        if (step)
        {
            var pursued = Valued(dollars * (16 + dice.Below(30)) / 100, currency, rate);
            consultation.OpenDeal(new StepDraft(DealStage.Pursued, pursued, day, day.AddDays(90), Likelihood.Medium), new Author(null, By.Name, false, LoggedAt), day);
        }

        return consultation;
    }

    private static Valued Valued(int dollars, string currency, decimal rate) =>
        new(new Money(decimal.Round(dollars / rate), currency), currency == BaseCurrency ? FrozenRate.Same(RateDay) : new FrozenRate(rate, RateDay, "예시 환율"));
}
