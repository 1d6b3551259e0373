using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Features.Missions;

namespace TradeMission.Web.Data.Samples.Article;

/// <summary>The 2008 ASEAN mission with what its article states and nothing else: what the article does not say stays empty.</summary>
internal static class ArticleMission
{
    public const string File = "mission-2008-asean.json";
    public const string Reference = "TM-2008-001";

    private const string Currency = "USD";
    private const string By = "기사 2008-06-10";
    private const string Source = "수원시 보도 기사 「국제자매도시 시장개척단, 수출증진 등 1석3조 효과」";

    /// <summary>Why any of its statuses changed.</summary>
    private const string WhyOver = "끝난 시장개척단을 기사로 기록함: 상태가 바뀐 날은 기사에 없어 기사 날짜로 적음";

    private static readonly DateOnly PublishedOn = new(2008, 6, 10);

    /// <summary>16:30:45 in Korea.</summary>
    private static readonly DateTime PublishedAt = new(2008, 6, 10, 7, 30, 45, DateTimeKind.Utc);

    /// <summary>The article's English keywords in the words of the Korean original.</summary>
    private static readonly Dictionary<string, (SupportKind Kind, string Korean)> Support = new()
    {
        ["airport reception"] = (SupportKind.Reception, "현지 공항에서부터 영접"),
        ["vehicles"] = (SupportKind.Vehicle, "반둥시정부 차량"),
        ["consultation venue in a subordinate institution of the city government"] = (SupportKind.Venue, "정부 산하기관을 수출상담장으로 지원"),
        ["buyers introduced by the city government, hence creditable"] = (SupportKind.BuyerSearch, "현지 시정부가 주관하여 신용도 높은 바이어 소개"),
    };

    private static readonly Dictionary<string, string> Venues = new()
    {
        ["public institution"] = "공공기관",
        ["institution of the Bandung city government"] = "반둥시정부 산하기관",
    };

    private static readonly Dictionary<string, string> Zones = new() { ["MY"] = "Asia/Kuala_Lumpur", ["ID"] = "Asia/Jakarta" };

    public static async Task LoadAsync(TradeDbContext db, CancellationToken cancellation)
    {
        var facts = SampleFacts.ReadAsGiven<ArticleFacts>(File);
        var host = facts.Mission.Stops.Single(stop => stop.SisterCity);
        var sister = new SisterCity { NameKo = host.CityKo, NameEn = host.CityEn, Country = host.Country, Region = facts.Mission.Bloc, Kind = SisterCityKind.Sister };
        db.Add(sister);
        await db.SaveChangesAsync(cancellation);

        var mission = MissionOf(facts);
        mission.HostWith([sister.Id]);
        db.Add(mission);
        var stops = facts.Mission.Stops.ToDictionary(stop => stop.CityEn, stop => StopOf(stop, mission, sister, facts.SisterCitySupport));
        foreach (var stop in facts.Mission.Stops)
        {
            db.Add(stops[stop.CityEn]);
        }

        var inKind = facts.SisterCitySupport.InKind.Select(text => Support[text]);
        db.AddRange(inKind.Select(support => new HostSupport { Stop = stops[host.CityEn], Kind = support.Kind, Description = support.Korean }));
        db.AddRange(StatedTotals(facts.Mission, mission));
        db.Add(new Exchange { SisterCity = sister, Mission = mission, Field = ExchangeField.Other, Agreed = "자매도시 정부와 통상 이외의 일반교류 업무를 협의하여 유대를 강화함" });
        var participations = facts.Companies.ToDictionary(company => company, company => ParticipationOf(company, mission));
        db.AddRange(participations.Values);
        db.AddRange(participations.Select(pair => new Product { Company = pair.Value.Company, NameKo = pair.Key.ProductsKo, NameEn = pair.Key.ProductsEn }));
        var buyers = facts.Companies.SelectMany(company => company.Reported).ToDictionary(report => report, report => BuyerOf(report, stops));
        db.AddRange(buyers.Values);
        await db.SaveChangesAsync(cancellation);

        var held = facts.Companies.SelectMany(
            company => company.Reported, (company, report) => ConsultationOf(report, company, participations[company], buyers[report], stops));
        db.AddRange(held);
        await db.SaveChangesAsync(cancellation);
        await new MissionClosing(db).CloseAsync(mission, WhyOver, null, By, PublishedAt, cancellation);
        db.ChangeTracker.Clear();
    }

    private static Mission MissionOf(ArticleFacts facts)
    {
        var mission = new Mission
        {
            Reference = Reference,
            TitleKo = facts.Mission.TitleKo,
            TitleEn = facts.Mission.TitleEn,
            StartsOn = facts.Mission.StartsOn,
            EndsOn = facts.Mission.EndsOn,
            Region = facts.Mission.Bloc,
            LeadOrganisation = facts.City.NameKo,
            BaseCurrency = Currency,
        };
        foreach (var status in new[] { MissionStatus.Recruiting, MissionStatus.Confirmed, MissionStatus.Underway })
        {
            mission.ChangeStatus(status, WhyOver, null, By, PublishedAt);
        }

        return mission;
    }

    private static Stop StopOf(ArticleStop stop, Mission mission, SisterCity sister, ArticleSupport support) => new()
    {
        Mission = mission,
        CityKo = stop.CityKo,
        CityEn = stop.CityEn,
        Country = stop.Country,
        TimeZone = Zones[stop.Country],
        Venue = Venues[stop.Venue],
        HostOrganisation = stop.SisterCity && support.Host == "Bandung city government" ? "반둥시정부" : null,
        SisterCity = stop.SisterCity ? sister : null,
    };

    private static IEnumerable<StatedTotal> StatedTotals(ArticleTrip trip, Mission mission) =>
    [
        new()
        {
            Mission = mission, Figure = StatedFigure.ConsultationValue, Amount = trip.ConsultationTotalUsd, AsPrinted = trip.ConsultationTotalAsPrinted,
            Source = Source, StatedOn = PublishedOn,
        },
        new()
        {
            Mission = mission, Figure = StatedFigure.ContractValue, Amount = trip.ContractPursuedTotalUsd, AsPrinted = trip.ContractPursuedTotalAsPrinted,
            Source = Source, StatedOn = PublishedOn,
        },
    ];

    private static Participation ParticipationOf(ArticleCompany company, Mission mission)
    {
        var record = new Company { NameKo = company.NameKo, Representative = company.RepresentativeKo, District = company.DistrictKo };
        var participation = new Participation { Mission = mission, Company = record, ProductsShown = company.ProductsKo };
        participation.Decide(ParticipationStatus.Selected);
        return participation;
    }

    private static Buyer BuyerOf(ArticleReport report, Dictionary<string, Stop> stops) => new()
    {
        Name = report.Buyer,
        Country = report.CityEn is { } city ? stops[city].Country : null,
        City = report.CityEn,
    };

    private static Consultation ConsultationOf(
        ArticleReport report, ArticleCompany company, Participation participation, Buyer buyer, Dictionary<string, Stop> stops)
    {
        var day = participation.Mission.StartsOn;
        var consultation = new Consultation
        {
            ClientId = Guid.NewGuid(),
            MissionId = participation.MissionId,
            Mission = participation.Mission,
            ParticipationId = participation.Id,
            BuyerId = buyer.Id,
            StopId = report.CityEn is { } city ? stops[city].Id : null,
            HeldOn = day,
            DayUnknown = true,
            Kind = report.Kind is null ? ConsultationKind.AtVenue : ConsultationKind.AtBuyer,
            Products = company.ProductsKo,
            Value = report.ConsultationUsd is { } amount ? new Valued(new Money(amount, Currency), FrozenRate.Same(day)) : null,
            Notes = NotesOf(report),
            LoggedByName = By,
            LoggedAt = PublishedAt,
            From = RecordedFrom.Import,
        };
        if (report.AdvanceReceivedUsd is { } advance)
        {
            consultation.OpenDeal(
                new StepDraft(DealStage.AdvanceReceived, new Valued(new Money(advance, Currency), FrozenRate.Same(PublishedOn)), PublishedOn, Note: $"받은 날은 기사에 없어 기사 날짜로 적음. (출처: {By})"),
                new Author(null, By, false, PublishedAt), PublishedOn);
        }

        return consultation;
    }

    private static string NotesOf(ArticleReport report) => report.Kind is null
        ? $"상담한 날은 기사에 없음. (출처: {By})"
        : $"바이어 매장을 방문함. 상담액과 방문한 날, 도시와 나라는 기사에 없음. (출처: {By})";
}
