using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Missions;

public sealed class MissionFormTests(Portal portal) : IClassFixture<Portal>
{
    private static Dictionary<string, string?> Valid(string title) => new()
    {
        ["TitleKo"] = title,
        ["TitleEn"] = $"Mission {title}",
        ["StartsOn"] = "2027-03-01",
        ["EndsOn"] = "2027-03-05",
        ["Region"] = "ASEAN",
        ["LeadOrganisation"] = "국제통상팀",
        ["PlannedBudget"] = "84,000,000",
        ["TargetConsultationValue"] = "5,000,000.50",
    };

    [Fact]
    public async Task Post_Valid_MakesADraftWithTheNextReferenceAndItsTotals()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.SubmitAsync(await officer.GetPageAsync("/missions/new"), Valid("첫 시장개척단"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("첫 시장개척단", answer.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        var mission = await db.Missions.SingleAsync(mission => mission.TitleKo == "첫 시장개척단");
        Assert.Equal($"/missions/{mission.Id}", answer.Address.AbsolutePath);
        Assert.StartsWith("TM-2027-", mission.Reference, StringComparison.Ordinal);
        Assert.Equal(MissionStatus.Draft, mission.Status);
        Assert.Equal((84_000_000m, 5_000_000.50m), (mission.PlannedBudget, mission.TargetConsultationValue));
        Assert.True(await db.MissionTotals.AnyAsync(total => total.MissionId == mission.Id && total.Scope == TotalScope.Mission));
    }

    [Fact]
    public async Task Post_TwoMissionsOfAYear_NumbersThemOneAfterTheOther()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await officer.SubmitAsync(await officer.GetPageAsync("/missions/new"), new(Valid("가")) { ["StartsOn"] = "2031-01-01", ["EndsOn"] = "2031-01-02" });

        await officer.SubmitAsync(await officer.GetPageAsync("/missions/new"), new(Valid("나")) { ["StartsOn"] = "2031-02-01", ["EndsOn"] = "2031-02-02" });

        await using var db = portal.Open();
        Assert.Equal(["TM-2031-001", "TM-2031-002"], await db.Missions.Where(mission => mission.StartsOn.Year == 2031).OrderBy(mission => mission.Id).Select(mission => mission.Reference).ToListAsync());
    }

    [Fact]
    public async Task Post_TheLastYearThereIs_IsRefusedWithWords()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.SubmitAsync(await officer.GetPageAsync("/missions/new"), new(Valid("먼 훗날")) { ["StartsOn"] = "9999-06-01", ["EndsOn"] = "9999-12-31" });

        Assert.NotNull(answer.Document.QuerySelector("#error-summary"));
        Assert.Contains("먼 훗날", answer.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameFormTwice_MakesOneMission()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync("/missions/new");

        var first = await officer.SubmitAsync(form, Valid("한 번만"));
        var second = await officer.SubmitAsync(form, Valid("한 번만"));

        Assert.Equal(first.Address.AbsolutePath, second.Address.AbsolutePath);
        await using var db = portal.Open();
        Assert.Equal(1, await db.Missions.CountAsync(mission => mission.TitleKo == "한 번만"));
    }

    [Theory]
    [InlineData("TitleEn", "", "영문 이름")]
    [InlineData("EndsOn", "2027-02-28", "마치는 날은 시작하는 날과 같거나 뒤여야 합니다")]
    [InlineData("EndsOn", "2029-02-28", "한 해를 넘을 수 없습니다")]
    [InlineData("StartsOn", "없는 날", "없는 날")]
    [InlineData("PlannedBudget", "-1", "0보다 작을 수 없습니다")]
    [InlineData("PlannedBudget", "10.5", "소수 자릿수보다 많습니다")]
    [InlineData("TargetConsultationValue", "1000000000001", "1조를 넘을 수 없습니다")]
    [InlineData("TargetCompanies", "여덟", "여덟")]
    public async Task Post_BadField_SaysSoBesideItAndInTheSummaryKeepsTheRestAndSavesNothing(string field, string typed, string message)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var title = $"잘못 {field} {typed}";

        var answer = await officer.SubmitAsync(await officer.GetPageAsync("/missions/new"), new(Valid(title)) { [field] = typed });

        Assert.Equal("/missions/new", answer.Address.AbsolutePath);
        var control = answer.Document.QuerySelector($"[name={field}]")!;
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        var error = answer.Document.GetElementById(control.GetAttribute("aria-describedby")!.Split(' ')[^1])!;
        Assert.Contains(message, error.TextContent, StringComparison.Ordinal);
        Assert.NotNull(answer.Document.QuerySelector($"#error-summary a[href='#{field}']"));
        Assert.Equal(title, answer.Field("[name=TitleKo]").Value);
        await using var db = portal.Open();
        Assert.False(await db.Missions.AnyAsync(mission => mission.TitleKo == title));
    }

    [Fact]
    public async Task Post_UnknownCurrency_IsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.SubmitAsync(await officer.GetPageAsync("/missions/new"), new(Valid("통화")) { ["BaseCurrency"] = "XXZ" });

        Assert.Contains("ISO 4217에 없는 통화입니다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Edit_ShowsWhatIsStored()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var form = await officer.GetPageAsync($"/missions/{World.Ids.Underway}/edit");

        Assert.Equal("2026 아세안 시장개척단", form.Field("[name=TitleKo]").Value);
        Assert.Equal("2026-11-02", form.Field("[name=StartsOn]").Value);
    }

    [Fact]
    public async Task Post_BaseCurrencyOfAMissionWithConsultations_IsFixed()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"/missions/{World.Ids.Underway}/edit"), new() { ["BaseCurrency"] = "EUR" });

        Assert.Contains("기준 통화를 바꿀 수 없습니다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_EditOfWhatSomebodyElseChanged_ShowsBothVersionsAndLetsTheReaderChoose()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var made = await officer.SubmitAsync(await officer.GetPageAsync("/missions/new"), Valid("원래 이름"));
        var address = $"{made.Address.AbsolutePath}/edit";
        var mine = await officer.GetPageAsync(address);
        await officer.SubmitAsync(await officer.GetPageAsync(address), new() { ["TitleKo"] = "남이 고친 이름" });

        var conflict = await officer.SubmitAsync(mine, new() { ["TitleKo"] = "내가 고친 이름" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("남이 고친 이름", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("내가 고친 이름", conflict.Text, StringComparison.Ordinal);
        await using (var db = portal.Open())
        {
            Assert.False(await db.Missions.AnyAsync(mission => mission.TitleKo == "내가 고친 이름"));
        }

        var kept = await officer.SubmitAsync(conflict);
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.Contains("내가 고친 이름", kept.Texts("h1")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ClosedMission_AsksWhyAndTheTimelineSaysIt()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"/missions/{World.Ids.Closed}/edit");

        var refused = await officer.SubmitAsync(form, new() { ["SpentBudget"] = "1000" });
        Assert.NotNull(refused.Document.QuerySelector("#error-summary a[href='#Reason']"));

        var saved = await officer.SubmitAsync(refused, new() { ["SpentBudget"] = "1000", ["Reason"] = "정산 결과 반영" });
        Assert.Contains("정산 결과 반영", string.Join(' ', saved.Texts("#history")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ScriptInTheTitle_IsShownAsText()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.SubmitAsync(await officer.GetPageAsync("/missions/new"), Valid("<script>alert(1)</script>"));

        Assert.Equal("<script>alert(1)</script>", page.Texts("h1")[0]);
        Assert.DoesNotContain("<script>alert", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutAntiforgeryToken_ChangesNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.GetPageAsync("/missions/new");
        page.Document.QuerySelectorAll("input[name=__RequestVerificationToken]").ToList().ForEach(token => token.Remove());

        var answer = await officer.SubmitAsync(page, Valid("표 없이"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        await using var db = portal.Open();
        Assert.False(await db.Missions.AnyAsync(mission => mission.TitleKo == "표 없이"));
    }
}
