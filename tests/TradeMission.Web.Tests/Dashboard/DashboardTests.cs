using System.Net;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Dashboard;

public sealed class DashboardTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Beside the world's missions, one of 2026 whose base currency is another.</summary>
    public async Task InitializeAsync()
    {
        await using var db = portal.Open();
        if (db.Missions.Any(mission => mission.Reference == "TM-2026-090"))
        {
            return;
        }

        var mission = new Mission
        {
            Reference = "TM-2026-090",
            TitleKo = "유럽 시장개척단",
            TitleEn = "Europe mission",
            StartsOn = new DateOnly(2026, 9, 1),
            EndsOn = new DateOnly(2026, 9, 3),
            Region = "유럽",
            LeadOrganisation = "수원시",
            BaseCurrency = "EUR",
        };
        db.Add(mission);
        await db.SaveChangesAsync();
        var stop = new Stop { MissionId = mission.Id, CityKo = "반둥", CityEn = "Bandung", Country = "ID", TimeZone = "Asia/Jakarta", SisterCityId = World.Ids.Bandung };
        var participation = new Participation { MissionId = mission.Id, CompanyId = World.Ids.CompanyA };
        participation.Decide(ParticipationStatus.Selected);
        db.AddRange(stop, participation);
        await db.SaveChangesAsync();
        db.Add(new Consultation
        {
            ClientId = Guid.CreateVersion7(),
            MissionId = mission.Id,
            StopId = stop.Id,
            ParticipationId = participation.Id,
            BuyerId = World.Ids.BuyerSaigon,
            HeldOn = mission.StartsOn,
            Value = new Valued(new Money(80_000m, "EUR"), FrozenRate.Same(mission.StartsOn)),
            LoggedByName = "시험",
            LoggedAt = TestDatabase.Start.UtcDateTime,
        });
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task Get_ThisYear_ShowsItsFiguresWithLastYearsBeside()
    {
        var page = await GetAsync("unit=usd");

        Assert.Equal("2026년 현황", page.Texts("h1").Single());
        Assert.Equal(["2회", "2개사", "5건", "609,750.00US$", "120,000.50US$"], page.Texts(".totals .fig"));
        var beside = page.Texts(".totals .sub");
        Assert.Contains("2025년 1회", beside);
        Assert.Contains("2025년 1건", beside);
        Assert.Contains("2025년 US$ 25,000.00", beside);
        Assert.Contains("환율 없어 뺀 금액 1건", beside);
        Assert.Contains("연참가 3", beside);
    }

    [Fact]
    public async Task Get_AnotherBaseCurrency_IsListedApartAndNeverAdded()
    {
        var page = await GetAsync("unit=usd");

        Assert.Equal("기준 통화 EUR 1회는 위 금액에 더하지 않았습니다: 상담액 EUR 80,000.00, 계약추진액 EUR 0.00", page.Texts(".apart").Single());
        Assert.Equal(["계 2", "2026 1", "2025 1"], Rows(page, "#years").Select(row => $"{row[0]} {row[1]}"));
        Assert.Equal("634,750.00", Rows(page, "#years")[0][2]);
        Assert.Empty(page.Document.QuerySelectorAll("#missions .sum"));
        Assert.Contains(Rows(page, "#missions"), row => row[0].StartsWith("유럽 시장개척단", StringComparison.Ordinal) && row[5] == "80,000.00EUR");
    }

    [Fact]
    public async Task Get_SisterCities_CountTheirStopsOnly()
    {
        var page = await GetAsync("unit=usd");

        Assert.Equal(["반둥시인도네시아", "2", "", "600,000.00", "120,000.50", "600,000.00", "2026"], Rows(page, "#cities").Single());
        Assert.Equal(["100", "20"], page.Document.QuerySelectorAll("#cities rect").Select(bar => bar.GetAttribute("width")));
    }

    [Fact]
    public async Task Get_YearSwitch_ShowsThatYear()
    {
        var page = await GetAsync("year=2025&unit=usd");

        Assert.Equal("2025년 현황", page.Texts("h1").Single());
        Assert.Equal(["1회", "1개사", "1건", "25,000.00US$", "0.00US$"], page.Texts(".totals .fig"));
        Assert.Equal("25,000.00", Rows(page, "#missions")[0][3]);
        Assert.Equal("–", Rows(page, "#cities")[0][5]);
        Assert.Contains("2025", page.Texts("nav.seg [aria-current], .seg [aria-current]"));
    }

    [Theory]
    [InlineData("year=1999")]
    [InlineData("year=soon")]
    public async Task Get_YearWithoutMissions_FallsBackToTheLatest(string query) =>
        Assert.Equal("2026년 현황", (await GetAsync(query)).Texts("h1").Single());

    [Fact]
    public async Task Get_Chart_DrawsEveryYearOfItsTableInProportion()
    {
        var page = await GetAsync("unit=usd");

        var bars = page.Document.QuerySelectorAll(".chart .b1").Select(bar => decimal.Parse(bar.GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(["2025", "2026"], page.Texts(".chart .y"));
        Assert.Equal(25_000m / 609_750m, bars[0] / bars[1], 3);
        Assert.All(page.Document.QuerySelectorAll(".chart rect"), bar => Assert.EndsWith("%", bar.GetAttribute("width"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_PublishedTotals_StandApart()
    {
        var page = await GetAsync("unit=usd");

        Assert.Contains(Rows(page, "#missions"), row => row.Contains("상담액 70만불"));
        Assert.DoesNotContain("1,309,750.00", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_English_IsComplete()
    {
        var page = await GetAsync("culture=en&unit=thousand");

        Assert.Equal("2026 at a glance", page.Texts("h1").Single());
        Assert.Equal(["2", "2", "5", "609.8US$ thousand", "120.0US$ thousand"], page.Texts(".totals .fig"));
        Assert.DoesNotMatch(@"\p{IsHangulSyllables}", string.Join(' ', page.Texts("main h1, main h2, main dt, main thead, main .sub, main .note, main .legend, main title")));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Get_PursuedContracts_AreNeverCalledWon(string language) => Words.AssertPursuedIsNeverCalledWon(await GetAsync($"culture={language}"));

    [Fact]
    public async Task Get_Officer_IsNotLetIn() =>
        Assert.NotEqual(HttpStatusCode.OK, (await (await portal.SignInAsync(World.Officer)).GetPageAsync("/dashboard")).Status);

    [Fact]
    public async Task Get_NothingHasStyleAttributes() => Assert.Empty((await GetAsync("unit=man")).Document.QuerySelectorAll("[style]"));

    /// <summary>The cells of the table's rows, heads included.</summary>
    private static List<string[]> Rows(Page page, string table) =>
        [.. page.Document.QuerySelectorAll($"{table} tbody tr").Select(row => row.Children
            .Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToArray())];

    private async Task<Page> GetAsync(string query) =>
        await (await portal.SignInAsync(World.Manager)).GetPageAsync($"/dashboard?{(query.Contains("culture", StringComparison.Ordinal) ? "" : "culture=ko&")}{query}");
}
