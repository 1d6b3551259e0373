using System.Net;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Missions;

public sealed class MissionPageTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string Address = $"/missions/{World.Ids.Underway}";

    [Fact]
    public async Task Get_ShowsTotalsFirstAndWhatWasLeftOut()
    {
        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync($"{Address}?unit=usd");

        var totals = page.Texts("dl.totals > div");
        Assert.StartsWith("수출상담 4건", totals[0], StringComparison.Ordinal);
        Assert.StartsWith("바이어 3개사", totals[1], StringComparison.Ordinal);
        Assert.StartsWith("상담액 609,750.00US$", totals[2], StringComparison.Ordinal);
        Assert.Contains("환율 없어 뺀 기록 1건", totals[2], StringComparison.Ordinal);
        Assert.StartsWith("계약추진액 120,000.50US$", totals[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("man", "61.0만불")]
    [InlineData("thousand", "609.8천불")]
    [InlineData("million", "609,750.00US$")]
    [InlineData("nonsense", "61.0만불")]
    public async Task Get_Unit_PrintsFigureAndUnit(string unit, string figure)
    {
        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync($"{Address}?unit={unit}");

        Assert.Contains(figure, page.Texts("dl.totals > div")[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_StatedTotalStandsBesideTheRecordsWithTheDifferenceAndIsNotAdded()
    {
        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync(Address);

        Assert.Contains("발표 70.0만불", page.Texts("dl.totals > div")[2], StringComparison.Ordinal);
        Assert.Contains("−9.0", page.Texts("dl.totals > div")[2], StringComparison.Ordinal);
        Assert.Contains("“70만불”", page.Texts("#stated")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CompaniesAndStopsAddUpToTheMission()
    {
        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync($"{Address}?unit=usd");

        var companies = page.Texts("#companies tbody tr");
        Assert.Contains("609,750.00", companies[0], StringComparison.Ordinal);
        Assert.Contains(companies, row => row.StartsWith("알파화장품", StringComparison.Ordinal) && row.Contains("609,750.00", StringComparison.Ordinal));
        var stops = page.Texts("#stops article");
        Assert.Contains("600,000.00", stops[0], StringComparison.Ordinal);
        Assert.Contains("9,750.00", stops[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Manager_SeesItWithoutButtonsThatChangeThings()
    {
        var page = await (await portal.SignInAsync(World.Manager)).GetPageAsync(Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href$='/edit'], main a[href$='/new'], main a[href$='/delete']"));
    }

    [Fact]
    public async Task Get_Company_HasNoRight() => Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.SignInAsync(World.CompanyA)).GetPageAsync(Address)).Status);

    [Fact]
    public async Task Get_Unknown_Is404InTheReadersLanguageWithAReference()
    {
        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync("/missions/999999");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("참조 번호", page.Text, StringComparison.Ordinal);
    }
}
