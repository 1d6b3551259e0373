using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Missions;

public sealed class StopTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string New = $"/missions/{World.Ids.Underway}/stops/new";

    private static Dictionary<string, string?> Valid(string city) => new()
    {
        ["CityKo"] = city,
        ["CityEn"] = $"City {city}",
        ["Country"] = "MY",
        ["TimeZone"] = "Asia/Kuala_Lumpur",
        ["StopStartsOn"] = "2026-11-03",
        ["StopEndsOn"] = "2026-11-04",
    };

    [Fact]
    public async Task Post_Valid_AddsTheStopToItsMission()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.SubmitAsync(await officer.GetPageAsync(New), Valid("쿠알라룸푸르"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(page.Texts("#stops article"), stop => stop.StartsWith("쿠알라룸푸르, 말레이시아", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Country", "XX", "ISO 3166에 없는 국가입니다")]
    [InlineData("TimeZone", "Asia/Nowhere", "없는 시간대입니다")]
    [InlineData("StopStartsOn", "2026-10-30", "시장개척단 기간")]
    [InlineData("StopEndsOn", "2026-11-02", "시작하는 날과 같거나 뒤여야")]
    [InlineData("StopEndsOn", "", "마치는 날")]
    [InlineData("SisterCityId", "999", "바르게 적으십시오")]
    public async Task Post_BadField_SaysSoAndSavesNothing(string field, string typed, string message)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var city = $"잘못{field}{typed}";

        var answer = await officer.SubmitAsync(await officer.GetPageAsync(New), new(Valid(city)) { [field] = typed });

        Assert.Contains(message, string.Join(' ', answer.Texts("#error-summary")), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.Stops.AnyAsync(stop => stop.CityKo == city));
    }

    [Fact]
    public async Task Get_StopOfAnotherMission_Is404()
    {
        var officer = await portal.SignInAsync(World.Officer);

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"/missions/{World.Ids.Underway}/stops/{World.Ids.TokyoStop}/edit")).Status);
    }

    [Fact]
    public async Task Delete_WithConsultations_SaysWhatHangsOnItAndKeepsIt()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var address = $"/missions/{World.Ids.Underway}/stops/{World.Ids.BandungStop}/delete";

        var page = await officer.GetPageAsync(address);
        var posted = await officer.PostAsync(address, await officer.GetPageAsync(New));

        Assert.Contains("수출상담 2건", page.Text, StringComparison.Ordinal);
        Assert.Contains("수출상담 2건", posted.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.True(await db.Stops.AnyAsync(stop => stop.Id == World.Ids.BandungStop));
    }

    [Fact]
    public async Task Delete_WithoutConsultations_TakesItsSupportWithItAndIsAudited()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await officer.SubmitAsync(await officer.GetPageAsync(New), Valid("지울 곳"));
        await using var db = portal.Open();
        var id = await db.Stops.Where(stop => stop.CityKo == "지울 곳").Select(stop => stop.Id).SingleAsync();
        await officer.SubmitAsync(
            await officer.GetPageAsync($"/missions/{World.Ids.Underway}/stops/{id}/supports/new"),
            new() { ["Kind"] = "Vehicle", ["Description"] = "지울 차량", ["Basis"] = "Unknown" });

        await officer.SubmitAsync(await officer.GetPageAsync($"/missions/{World.Ids.Underway}/stops/{id}/delete"));

        Assert.False(await db.Stops.AnyAsync(stop => stop.Id == id));
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Act == TradeMission.Web.Data.AuditAct.Deleted && (entry.Record == "Stop" || entry.Record == "HostSupport")));
    }
}
