using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Missions;

public sealed class ParticipationTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string New = $"/missions/{World.Ids.Closed}/participations/new";

    [Fact]
    public async Task Post_TwoCompaniesAtOnce_SelectsBothOnceAndTheClosedMissionSaysWhy()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync(New);
        Assert.Equal(2, form.Document.QuerySelectorAll("input[name=Companies]").Length);
        form.Document.QuerySelectorAll("input[name=Companies]").ToList().ForEach(box => box.SetAttribute("checked", ""));

        var refused = await officer.SubmitAsync(form);
        Assert.NotNull(refused.Document.QuerySelector("#error-summary a[href='#Reason']"));
        var page = await officer.SubmitAsync(refused, new() { ["Reason"] = "누락된 참가기업" });

        Assert.Equal($"/missions/{World.Ids.Closed}", page.Address.AbsolutePath);
        await using var db = portal.Open();
        Assert.Equal(3, await db.Participations.CountAsync(participation => participation.MissionId == World.Ids.Closed && participation.Status == ParticipationStatus.Selected));
    }

    [Fact]
    public async Task Post_NobodyChosen_SaysSo()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"/missions/{World.Ids.Underway}/participations/new"));

        Assert.Contains("추가할 기업을 고르십시오", string.Join(' ', answer.Texts("#error-summary")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_StatusThatCannotFollow_IsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var address = $"/missions/{World.Ids.Underway}/participations/{World.Ids.BUnderway}/edit";

        var answer = await officer.SubmitAsync(await officer.GetPageAsync(address), new() { ["Status"] = "Applied" });

        Assert.Contains("바꿀 수 없는 상태입니다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_WithConsultations_IsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync($"/missions/{World.Ids.Underway}/participations/{World.Ids.AUnderway}/delete");

        Assert.Contains("수출상담 2건", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Get_OfAnotherMission_Is404()
    {
        var officer = await portal.SignInAsync(World.Officer);

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"/missions/{World.Ids.Closed}/participations/{World.Ids.AUnderway}/edit")).Status);
    }
}
