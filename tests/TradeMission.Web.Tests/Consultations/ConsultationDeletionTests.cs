using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Consultations;

public sealed class ConsultationDeletionTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Post_TakesItOutOfTheTotalsAndRemembersIt()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var before = await Entry.TotalAsync(portal, TotalScope.Mission, World.Ids.Underway);
        var asked = await officer.GetPageAsync($"/consultations/{World.Ids.AWithSaigon}/delete");
        Assert.Contains("알파화장품 × Saigon Beauty JSC", asked.Texts("h1")[0], StringComparison.Ordinal);

        var answer = await officer.SubmitAsync(asked);

        Assert.Equal("/missions/1/consultations", answer.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"/consultations/{World.Ids.AWithSaigon}")).Status);
        var now = await Entry.TotalAsync(portal, TotalScope.Mission, World.Ids.Underway);
        Assert.Equal(
            (before.Consultations - 1, before.Buyers - 1, before.ConsultationValue - 9_750m, before.ContractValue),
            (now.Consultations, now.Buyers, now.ConsultationValue, now.ContractValue));
        await Recorded.AssertTotalsAsync(portal.Database);
        await using var db = portal.Open();
        Assert.True(await db.AuditEntries.AnyAsync(entry => entry.Record == "Consultation" && entry.RecordId == World.Ids.AWithSaigon && entry.Act == AuditAct.Deleted && entry.ActorName == "김담당"));
    }

    [Fact]
    public async Task Post_WithADeal_DeletesNothingAndLeadsToIt()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.GetPageAsync($"/consultations/{World.Ids.AWithNusantara}/delete");

        Assert.Contains("계약 건 1", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/consultations/{World.Ids.AWithNusantara}#deal-1']"));
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Post_ClosedMission_DeletesNothingAndSaysWhy()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.GetPageAsync($"/consultations/{World.Ids.AWithEdo}/delete");

        var answer = await officer.PostAsync($"/consultations/{World.Ids.AWithEdo}/delete", await officer.GetPageAsync("/missions/new"));

        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Contains("종료되었거나 취소된", answer.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.True(await db.Consultations.AnyAsync(consultation => consultation.Id == World.Ids.AWithEdo));
    }

    [Fact]
    public async Task Get_Unknown_Is404()
    {
        var officer = await portal.SignInAsync(World.Officer);

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync("/consultations/99999/delete")).Status);
    }
}
