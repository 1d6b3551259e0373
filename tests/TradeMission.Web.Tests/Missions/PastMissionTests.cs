using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Features.Reports;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Missions;

public sealed class PastMissionTests(Portal portal) : IClassFixture<Portal>
{
    private const string Address = "/missions/past/new";

    private static Dictionary<string, string?> Filled(string title) => new()
    {
        ["TitleKo"] = title,
        ["TitleEn"] = $"Past {title}",
        ["StartsOn"] = "2003-05-12",
        ["EndsOn"] = "2003-05-20",
        ["Region"] = "ASEAN",
        ["LeadOrganisation"] = "수원시",
        ["Stops[0].CityKo"] = "자카르타",
        ["Stops[0].Country"] = "ID",
        ["StatedValue"] = "5700000",
        ["StatedValuePrinted"] = "570만불",
        ["StatedContract"] = "2050000",
        ["StatedContractPrinted"] = "205만불",
        ["Source"] = "수원시 보도 기사",
        ["StatedOn"] = "2003-06-10",
        ["Remark"] = "문서고에서 찾음",
    };

    [Fact]
    public async Task Post_Filled_IsAClosedMissionWithItsFiguresAndSnapshot()
    {
        var page = await PostAsync(Filled("2003 아세안"));

        Assert.Contains("종료", page.Texts(".ref").Single(), StringComparison.Ordinal);
        await using var db = portal.Open();
        var mission = await db.Missions.Include(mission => mission.StatusChanges).Include(mission => mission.Stops).Include(mission => mission.StatedTotals).SingleAsync(mission => mission.TitleKo == "2003 아세안");
        Assert.Equal($"/missions/{mission.Id}", page.Address.AbsolutePath);
        Assert.Equal("TM-2003-001", mission.Reference);
        var change = Assert.Single(mission.StatusChanges);
        Assert.Equal((MissionStatus.Draft, MissionStatus.Closed), (change.From, change.To));
        Assert.Equal("발표 실적만 있는 지난 시장개척단으로 등록함: 문서고에서 찾음", change.Reason);
        Assert.Equal(("자카르타", "자카르타", "ID"), mission.Stops.Select(stop => (stop.CityKo, stop.CityEn, stop.Country)).Single());
        Assert.Equal([(5_700_000m, "570만불"), (2_050_000m, "205만불")], mission.StatedTotals.OrderBy(stated => stated.Figure).Select(stated => (stated.Amount, stated.AsPrinted)));
        var snapshot = await db.ReportSnapshots.SingleAsync(snapshot => snapshot.MissionId == mission.Id);
        Assert.Equal(["570만불", "205만불"], CanonicalReport.ReadReport(snapshot.Content).Stated.Select(stated => stated.AsPrinted));
    }

    [Fact]
    public async Task Post_Twice_MakesOne()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync(Address);

        var first = await officer.SubmitAsync(form, Filled("두 번"));
        var second = await officer.SubmitAsync(form, Filled("두 번"));

        Assert.Equal(first.Address, second.Address);
        await using var db = portal.Open();
        Assert.Equal(1, await db.Missions.CountAsync(mission => mission.TitleKo == "두 번"));
    }

    [Theory]
    [InlineData("TitleKo", null, "TitleKo")]
    [InlineData("EndsOn", "2003-05-01", "EndsOn")]
    [InlineData("EndsOn", "2099-05-01", "EndsOn")]
    [InlineData("StatedValuePrinted", null, "StatedValuePrinted")]
    [InlineData("StatedValue", null, "StatedValue")]
    [InlineData("StatedValue", "-1", "StatedValue")]
    [InlineData("StatedContract", "1.234", "StatedContract")]
    [InlineData("Source", null, "Source")]
    [InlineData("StatedOn", "2099-01-01", "StatedOn")]
    [InlineData("BaseCurrency", "XXQ", "BaseCurrency")]
    [InlineData("Stops[0].Country", null, "Stops_0__Country")]
    [InlineData("Stops[1].Country", "VN", "Stops_1__CityKo")]
    public async Task Post_Wrong_ShowsTheErrorAndMakesNothing(string field, string? value, string error)
    {
        var title = $"틀림 {field} {value}";
        var fields = Filled(title);
        fields[field] = value ?? "";

        var page = await PostAsync(fields);

        Assert.Contains(page.Document.QuerySelectorAll("#error-summary a").Select(link => link.GetAttribute("href")), href => href == $"#{error}");
        await using var db = portal.Open();
        Assert.False(await db.Missions.AnyAsync(mission => mission.TitleKo == title || mission.StartsOn == new DateOnly(2003, 5, 1)));
    }

    [Fact]
    public async Task Post_NoFigureAtAll_ShowsError()
    {
        var fields = Filled("금액 없음");
        foreach (var name in new[] { "StatedValue", "StatedValuePrinted", "StatedContract", "StatedContractPrinted" })
        {
            fields[name] = "";
        }

        Assert.Contains("발표된 상담액이나 계약추진액을 적으십시오", (await PostAsync(fields)).Texts("#error-summary").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ShowsThePublishedFigureMarked()
    {
        await PostAsync(Filled("목록에 나옴"));

        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync("/missions?q=목록에&culture=ko&unit=man");

        Assert.Equal(["570.0 발표", "205.0 발표"], page.Texts(".published"));
        Assert.Contains("상담액 0.0만불", page.Texts(".result").Single(), StringComparison.Ordinal);
        Tests.Words.AssertPursuedIsNeverCalledWon(page);
    }

    [Theory]
    [InlineData("ko", "발표 실적만 1회: 상담액 570.0, 계약추진액 205.0 (더하지 않음)", "발표 상담액 570.0만불, 발표 계약추진액 205.0만불")]
    [InlineData("en", "Published only, 1: consultation value 5,700.0, contract value (pursued) 2,050.0 (not added)", "published consultation value US$ thousand 5,700.0")]
    public async Task Dashboard_ShowsItBesideItsYearAndAddsNothing(string language, string row, string note)
    {
        var fields = Filled($"현황 {language}");
        fields["StartsOn"] = language == "ko" ? "2001-05-12" : "2002-05-12";
        fields["EndsOn"] = language == "ko" ? "2001-05-20" : "2002-05-20";
        var year = fields["StartsOn"]![..4];
        await PostAsync(fields);

        var page = await (await portal.SignInAsync(World.Manager)).GetPageAsync($"/dashboard?year={year}&culture={language}");

        Assert.Equal(row, page.Document.QuerySelectorAll("#years tr.published").Single(found => found.PreviousElementSibling!.TextContent.Contains(year, StringComparison.Ordinal)).TextContent.Trim());
        Assert.Contains(note, page.Texts("#published").Single(), StringComparison.Ordinal);
        Assert.Contains(page.Texts("#years tbody tr"), text => text == $"{year}1––");
        Tests.Words.AssertPursuedIsNeverCalledWon(page);
    }

    private async Task<Page> PostAsync(Dictionary<string, string?> fields)
    {
        var officer = await portal.SignInAsync(World.Officer);
        return await officer.SubmitAsync(await officer.GetPageAsync($"{Address}?culture=ko"), fields);
    }
}
