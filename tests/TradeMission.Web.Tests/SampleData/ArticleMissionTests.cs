using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.SisterCities;

namespace TradeMission.Web.Tests.SampleData;

/// <summary>The 2008 mission holds what its article states, and nothing else.</summary>
public sealed class ArticleMissionTests(LoadedSamples samples) : IClassFixture<LoadedSamples>
{
    private static readonly JsonElement Article = Read();

    [Fact]
    public async Task Mission_IsAsStated()
    {
        var mission = await MissionAsync();
        var stated = Article.GetProperty("mission");

        Assert.Equal("TM-2008-001", mission.Reference);
        Assert.Equal(stated.GetProperty("title_ko").GetString(), mission.TitleKo);
        Assert.Equal(stated.GetProperty("title_en").GetString(), mission.TitleEn);
        Assert.Equal(stated.GetProperty("bloc").GetString(), mission.Region);
        Assert.Equal(stated.GetProperty("starts_on").GetString(), mission.StartsOn.ToString("yyyy-MM-dd"));
        Assert.Equal(stated.GetProperty("ends_on").GetString(), mission.EndsOn.ToString("yyyy-MM-dd"));
        Assert.Equal(stated.GetProperty("days").GetInt32(), mission.Days);
        Assert.Equal(Article.GetProperty("city").GetProperty("name_ko").GetString(), mission.LeadOrganisation);
        Assert.Equal("USD", mission.BaseCurrency);
        Assert.Equal(MissionStatus.Closed, mission.Status);
        Assert.All(mission.StatusChanges, change => Assert.Equal("기사 2008-06-10", change.ByName));
        Assert.Null(mission.Purpose);
        Assert.Null(mission.PlannedBudget);
        Assert.Null(mission.SpentBudget);
        Assert.Null(mission.TargetCompanies ?? mission.TargetConsultations);
        Assert.Null(mission.TargetConsultationValue ?? mission.TargetContractValue);
    }

    [Fact]
    public async Task Stops_AreAsStatedInOrder()
    {
        var stops = (await MissionAsync()).Stops.OrderBy(stop => stop.Id).ToList();
        var stated = Article.GetProperty("mission").GetProperty("stops").EnumerateArray().ToList();

        Assert.Equal(stated.Select(stop => stop.GetProperty("city_ko").GetString()), stops.Select(stop => stop.CityKo));
        Assert.Equal(stated.Select(stop => stop.GetProperty("city_en").GetString()), stops.Select(stop => stop.CityEn));
        Assert.Equal(stated.Select(stop => stop.GetProperty("country").GetString()), stops.Select(stop => stop.Country));
        Assert.Equal(stated.Select(stop => stop.GetProperty("sister_city").GetBoolean()), stops.Select(stop => stop.SisterCityId is not null));
        Assert.Equal(["공공기관", "반둥시정부 산하기관", "공공기관"], stops.Select(stop => stop.Venue));
        Assert.Equal([null, "반둥시정부", null], stops.Select(stop => stop.HostOrganisation));
        Assert.Equal(["Asia/Kuala_Lumpur", "Asia/Jakarta", "Asia/Jakarta"], stops.Select(stop => stop.TimeZone));
        Assert.All(stops, stop => Assert.Null(stop.StartsOn ?? stop.EndsOn));
    }

    [Fact]
    public async Task Companies_AreAsStated()
    {
        var participations = (await MissionAsync()).Participations.OrderBy(participation => participation.Id).ToList();
        var stated = Article.GetProperty("companies").EnumerateArray().ToList();

        Assert.Equal(Article.GetProperty("mission").GetProperty("company_count").GetInt32(), participations.Count);
        Assert.Equal(stated.Select(company => company.GetProperty("name_ko").GetString()), participations.Select(participation => participation.Company.NameKo));
        Assert.Equal(stated.Select(company => company.GetProperty("district_ko").GetString()), participations.Select(participation => participation.Company.District));
        Assert.Equal(stated.Select(company => company.GetProperty("representative_ko").GetString()), participations.Select(participation => participation.Company.Representative));
        Assert.Equal(stated.Select(company => company.GetProperty("products_ko").GetString()), participations.Select(participation => participation.ProductsShown));
        Assert.Equal(
            stated.Select(company => (company.GetProperty("products_ko").GetString()!, company.GetProperty("products_en").GetString())),
            participations.Select(participation => Assert.Single(participation.Company.Products)).Select(product => (product.NameKo, product.NameEn)));
        Assert.All(participations, participation =>
        {
            Assert.Equal(ParticipationStatus.Selected, participation.Status);
            Assert.Null(participation.PeopleSent);
            Assert.Null(participation.OwnContribution);
            Assert.Null(participation.Company.RegistrationNumber);
            Assert.Null(participation.Company.NameEn ?? participation.Company.Industry ?? participation.Company.ExportCountries ?? participation.Company.Notes);
            Assert.Equal(CompanySize.Unknown, participation.Company.Size);
            Assert.Empty(participation.Company.Contacts);
            Assert.All(participation.Company.Products, product => Assert.Null(product.HsCode));
        });
    }

    [Fact]
    public async Task Consultations_AreTheTwoReportedOnes()
    {
        await using var db = samples.Open();
        var held = await db.Consultations.Include(consultation => consultation.Buyer).ThenInclude(buyer => buyer.Contacts).Include(consultation => consultation.Stop)
            .Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps)
            .Include(consultation => consultation.Participation.Company).Where(consultation => consultation.Mission.Reference == "TM-2008-001")
            .OrderBy(consultation => consultation.Id).ToListAsync();
        var stated = Article.GetProperty("companies").EnumerateArray()
            .SelectMany(company => company.GetProperty("reported").EnumerateArray(), (company, report) => (Company: company.GetProperty("name_ko").GetString()!, Report: report)).ToList();

        Assert.Equal(stated.Select(pair => pair.Company), held.Select(consultation => consultation.Participation.Company.NameKo));
        Assert.Equal(stated.Select(pair => pair.Report.GetProperty("buyer").GetString()), held.Select(consultation => consultation.Buyer.Name));
        Assert.Equal(stated.Select(pair => Amount(pair.Report, "consultation_usd")), held.Select(consultation => consultation.Value?.Amount));
        Assert.Equal(["USD", null], held.Select(consultation => consultation.Value?.Currency));
        Assert.Equal([1m, null], held.Select(consultation => consultation.Value?.Rate));
        Assert.Equal(["Jakarta", null], held.Select(consultation => consultation.Stop?.CityEn));
        Assert.Equal(["ID", null], held.Select(consultation => consultation.Buyer.Country));
        Assert.Equal(["Jakarta", null], held.Select(consultation => consultation.Buyer.City));
        Assert.Equal([ConsultationKind.AtVenue, ConsultationKind.AtBuyer], held.Select(consultation => consultation.Kind));
        var advance = Assert.Single(Assert.Single(held[0].Deals).Steps);
        Assert.Equal((DealStage.AdvanceReceived, 3_000m, "USD"), (advance.Stage, advance.Value!.Amount, advance.Value.Currency));
        Assert.True(held[0].Deals[0].IsAtLeast);
        Assert.Empty(held[1].Deals);
        Assert.All(held, consultation =>
        {
            Assert.True(consultation.DayUnknown);
            Assert.Null(consultation.StartsAt);
            Assert.Null(consultation.Assessment);
            Assert.Null(consultation.NextStep);
            Assert.Empty(consultation.Buyer.Contacts);
        });
    }

    [Fact]
    public async Task Totals_AreSixHundredThousandBesideThePublishedOnes()
    {
        var mission = await MissionAsync();
        await using var db = samples.Open();
        var total = await db.MissionTotals.SingleAsync(total => total.MissionId == mission.Id && total.Scope == TotalScope.Mission);
        var stated = Article.GetProperty("mission");

        Assert.Equal((2, 2, 600_000m, 3_000m), (total.Consultations, total.Buyers, total.ConsultationValue, total.ContractValue));
        Assert.Equal(
            [
                (StatedFigure.ConsultationValue, stated.GetProperty("consultation_total_usd").GetDecimal(), stated.GetProperty("consultation_total_as_printed").GetString()!),
                (StatedFigure.ContractValue, stated.GetProperty("contract_pursued_total_usd").GetDecimal(), stated.GetProperty("contract_pursued_total_as_printed").GetString()!),
            ],
            mission.StatedTotals.OrderBy(figure => figure.Id).Select(figure => (figure.Figure, figure.Amount, figure.AsPrinted)));
        Assert.All(mission.StatedTotals, figure => Assert.Equal(new DateOnly(2008, 6, 10), figure.StatedOn));
        Assert.All(mission.StatedTotals, figure => Assert.Contains("국제자매도시 시장개척단, 수출증진 등 1석3조 효과", figure.Source));
    }

    [Fact]
    public async Task ConsultationOfNoStatedStop_StandsAmongTheStopsAsUnknown()
    {
        var mission = await MissionAsync();
        await using var db = samples.Open();
        var byStop = await db.MissionTotals.Where(total => total.MissionId == mission.Id && total.Scope == TotalScope.Stop).ToListAsync();

        Assert.Equal((1, 1, 0m), byStop.Where(total => total.ScopeId == MissionTotal.UnknownStop).Select(total => (total.Consultations, total.Buyers, total.ConsultationValue)).Single());
        Assert.Equal(2, byStop.Sum(total => total.Consultations));
    }

    [Fact]
    public async Task Bandung_GaveWhatIsStatedAndTalkedOfExchange()
    {
        await using var db = samples.Open();
        var support = await db.HostSupports.Include(support => support.Stop).Where(support => support.Stop.Mission.Reference == "TM-2008-001").OrderBy(support => support.Id).ToListAsync();
        var exchange = await db.Exchanges.Include(exchange => exchange.SisterCity).SingleAsync(exchange => exchange.Mission!.Reference == "TM-2008-001");
        var mission = await MissionAsync();

        Assert.Equal(Article.GetProperty("sister_city_support").GetProperty("in_kind").GetArrayLength(), support.Count);
        Assert.Equal([SupportKind.Reception, SupportKind.Vehicle, SupportKind.Venue, SupportKind.BuyerSearch], support.Select(given => given.Kind));
        Assert.All(support, given => Assert.Equal("Bandung", given.Stop.CityEn));
        Assert.All(support, given => Assert.Null(given.Quantity ?? given.UnitPrice ?? given.Value?.Amount));
        Assert.Equal(("반둥", "Bandung", "ID", SisterCityKind.Sister), (exchange.SisterCity.NameKo, exchange.SisterCity.NameEn, exchange.SisterCity.Country, exchange.SisterCity.Kind));
        Assert.Null(exchange.SisterCity.AgreedOn);
        Assert.Null(exchange.HeldOn);
        Assert.Null(exchange.NextStep);
        Assert.Equal(exchange.SisterCityId, Assert.Single(mission.CoHosts).SisterCityId);
    }

    private static decimal? Amount(JsonElement report, string property) =>
        report.TryGetProperty(property, out var amount) && amount.ValueKind == JsonValueKind.Number ? amount.GetDecimal() : null;

    private static JsonElement Read()
    {
        using var stream = typeof(TradeMission.Web.Data.TradeDbContext).Assembly.GetManifestResourceStream("Samples/mission-2008-asean.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    private async Task<Mission> MissionAsync()
    {
        await using var db = samples.Open();
        return await db.Missions.Include(mission => mission.Stops).Include(mission => mission.StatusChanges).Include(mission => mission.StatedTotals).Include(mission => mission.CoHosts)
            .Include(mission => mission.Participations).ThenInclude(participation => participation.Company).ThenInclude(company => company.Products)
            .Include(mission => mission.Participations).ThenInclude(participation => participation.Company).ThenInclude(company => company.Contacts)
            .SingleAsync(mission => mission.Reference == "TM-2008-001");
    }
}
