using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Missions;

public sealed class MissionStatusTests(Portal portal) : IClassFixture<Portal>
{
    private static string Of(long mission) => $"/missions/{mission}/status";

    [Fact]
    public async Task Post_NextStatusWithReason_ChangesItAndTheTimelineSaysWhy()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await using var db = portal.Open();
        var mission = World.NewMission("TM-2028-001", "상태", "Status", new DateOnly(2028, 1, 1), new DateOnly(2028, 1, 2), "ASEAN");
        db.Add(mission);
        await db.SaveChangesAsync();

        var page = await officer.SubmitAsync(await officer.GetPageAsync(Of(mission.Id)), new() { ["NextStatus"] = "Recruiting", ["StatusReason"] = "공고를 냈음" });

        Assert.Contains("모집", page.Texts(".ref")[0], StringComparison.Ordinal);
        Assert.Contains("공고를 냈음", string.Join(' ', page.Texts("#history")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutReason_ChangesNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.SubmitAsync(await officer.GetPageAsync(Of(World.Ids.Underway)), new() { ["NextStatus"] = "Closed", ["StatusReason"] = " " });

        Assert.NotNull(answer.Document.QuerySelector("#error-summary a[href='#StatusReason']"));
        await using var db = portal.Open();
        Assert.Equal(MissionStatus.Underway, (await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway)).Status);
    }

    [Fact]
    public async Task Reopening_IsTheManagersNotTheOfficers()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var manager = await portal.SignInAsync(World.Manager);
        var form = await manager.GetPageAsync(Of(World.Ids.Closed));

        Assert.Empty((await officer.GetPageAsync(Of(World.Ids.Closed))).Document.QuerySelectorAll("main form"));
        var tampered = await officer.PostAsync(
            Of(World.Ids.Closed), await officer.GetPageAsync("/missions/new"), new() { ["NextStatus"] = "Underway", ["StatusReason"] = "몰래", ["Version"] = form.Field("[name=Version]").Value });
        await using var db = portal.Open();
        Assert.Equal(MissionStatus.Closed, (await db.Missions.AsNoTracking().SingleAsync(mission => mission.Id == World.Ids.Closed)).Status);
        Assert.NotEqual(HttpStatusCode.InternalServerError, tampered.Status);

        await manager.SubmitAsync(form, new() { ["NextStatus"] = "Underway", ["StatusReason"] = "누락 기록 추가" });
        Assert.Equal(MissionStatus.Underway, (await db.Missions.AsNoTracking().SingleAsync(mission => mission.Id == World.Ids.Closed)).Status);
    }

    [Fact]
    public async Task Post_Skipping_IsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var token = await officer.GetPageAsync("/missions/new");

        var answer = await officer.PostAsync(Of(World.Ids.Underway), token, new() { ["NextStatus"] = "Draft", ["StatusReason"] = "되돌리기" });

        Assert.Contains("바꿀 수 없는 상태입니다", answer.Text, StringComparison.Ordinal);
    }
}
