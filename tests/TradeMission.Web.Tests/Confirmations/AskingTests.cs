using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Confirmations;

public sealed class AskingTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Ask_OneCompany_WritesToEachWithALinkOfTheirOwnAndKeepsOnlyHashes()
    {
        var asked = await Asked.MakeAsync(portal);

        var tokens = await asked.AskAsync();

        Assert.Equal([asked.Email.Replace("user", "contact", StringComparison.Ordinal), asked.Email], tokens.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, tokens.Values.Distinct().Count());
        await using var db = portal.Open();
        var links = await db.ConfirmationLinks.AsNoTracking().Where(link => link.Request.ParticipationId == asked.Participation).ToListAsync();
        Assert.Equal(
            tokens.Values.Select(token => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))).Order(StringComparer.Ordinal),
            links.Select(link => link.TokenHash).Order(StringComparer.Ordinal));
        Assert.All(links, link => Assert.Equal(portal.Clock.GetUtcNow().UtcDateTime.AddDays(14), link.ExpiresAt));
        foreach (var audit in await db.AuditEntries.AsNoTracking().ToListAsync())
        {
            Assert.All(tokens.Values, token => Assert.DoesNotContain(token, audit.Changes, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Ask_Again_EndsTheOldLinks()
    {
        var asked = await Asked.MakeAsync(portal);
        var old = (await asked.AskAsync())[asked.Email];

        var fresh = (await asked.AskAsync())[asked.Email];

        var visitor = portal.Visit();
        var gone = await visitor.GetPageAsync($"/confirmations/{old}?culture=en");
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Contains("This address no longer works", gone.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetPageAsync($"/confirmations/{fresh}")).Status);
        await using var db = portal.Open();
        Assert.Single(await db.ConfirmationRequests.Where(request => request.ParticipationId == asked.Participation && request.DoneAt == null).ToListAsync());
    }

    [Fact]
    public async Task Ask_NobodyToWriteTo_SaysSoAndQueuesNothing()
    {
        var asked = await Asked.MakeAsync(portal, hasPeople: false);
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.PostAsync(Asked.Officers, await officer.GetPageAsync($"{Asked.Officers}?culture=en"), new() { ["participation"] = $"{asked.Participation}" });

        Assert.Contains("Nobody was asked", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await asked.TokensAsync());
        await using var db = portal.Open();
        Assert.Empty(await db.ConfirmationRequests.Where(request => request.ParticipationId == asked.Participation).ToListAsync());
    }

    [Fact]
    public async Task Ask_NothingOpen_AsksNobody()
    {
        var asked = await Asked.MakeAsync(portal);
        var company = await asked.SignInAsync();
        await company.SubmitAsync(await company.GetPageAsync(Asked.Mine), null, "form.figures", "button[name=All]");

        Assert.Empty(await asked.AskAsync());

        await using var db = portal.Open();
        Assert.Empty(await db.ConfirmationRequests.Where(request => request.ParticipationId == asked.Participation).ToListAsync());
    }

    [Fact]
    public async Task Ask_All_AsksEachSelectedCompanyWithOpenFigures()
    {
        await using var own = await People.OwnPortal.OpenAsync();
        var (first, nobody) = (await Asked.MakeAsync(own), await Asked.MakeAsync(own, hasPeople: false));
        var officer = await own.SignInAsync(World.Officer);

        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"{Asked.Officers}?culture=en"), null, $"main .page-head form[action='{Asked.Officers}']");

        Assert.Contains("3 companies were asked (4 people)", answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await first.TokensAsync()).Count);
        Assert.Empty(await nobody.TokensAsync());
    }

    [Fact]
    public async Task Ask_CancelledMission_AsksNobody()
    {
        await using var own = await People.OwnPortal.OpenAsync();
        var asked = await Asked.MakeAsync(own);
        await CancelAsync(own);

        Assert.Empty(await asked.AskAsync());
    }

    [Fact]
    public async Task Ask_CompanyOfAnotherMission_IsNotFound()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.PostAsync(Asked.Officers, await officer.GetPageAsync(Asked.Officers), new() { ["participation"] = $"{World.Ids.AClosed}" });

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task Manager_ReadsAndDoesNotAsk()
    {
        var asked = await Asked.MakeAsync(portal);
        var manager = await portal.SignInAsync(World.Manager);

        var page = await manager.GetPageAsync(Asked.Officers);
        var answer = await manager.PostAsync(Asked.Officers, page, new() { ["participation"] = $"{asked.Participation}" });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll($"main form[action='{Asked.Officers}']"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Empty(await asked.TokensAsync());
    }

    internal static async Task CancelAsync(Portal portal)
    {
        await using var db = portal.Open();
        var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway);
        mission.ChangeStatus(MissionStatus.Cancelled, "취소", null, "시험", portal.Clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }
}
