using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Domain.Deals;
using TradeMission.Web.Infrastructure.Schedule;
using TradeMission.Web.Tests.Data;
using TradeMission.Web.Tests.People;

namespace TradeMission.Web.Tests.Deals;

/// <summary>Companies answer, officers see who has not. The first occasion has come, and the company was asked.</summary>
public sealed class FollowUpPageTests
{
    private const string Deal = "/deals/1/news";
    private static readonly string Consultation = $"/consultations/{World.Ids.AWithNusantara}";

    [Fact]
    public async Task Post_CompanyWithItsOwnDeal_HasBeenHeardOf()
    {
        await using var portal = await AskedAsync();
        var company = await portal.SignInAsync(World.CompanyA);
        var page = await company.GetPageAsync(Consultation);
        Assert.Contains("2027. 1. 6. 소식 요청, 답 없음", page.Text, StringComparison.Ordinal);

        var answer = await company.SubmitAsync(page, form: $"form[action='{Deal}']");

        Assert.Equal((HttpStatusCode.OK, Consultation), (answer.Status, answer.Address.AbsolutePath));
        Assert.Contains("새 소식이 없다고 적었습니다.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("답 없음", answer.Text, StringComparison.Ordinal);
        Assert.Equal(FollowUpRig.First, await LastNewsAsync(portal));
        Assert.Contains("최근 소식", (await (await portal.SignInAsync(World.Officer)).GetPageAsync(Consultation)).Texts(".timeline").Single(), StringComparison.Ordinal);
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Post_AnotherCompany_DoesNotExist()
    {
        await using var portal = await AskedAsync();
        var stranger = await portal.SignInAsync(World.CompanyB);

        var answer = await stranger.PostAsync(Deal, await stranger.GetPageAsync("/my"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(new DateOnly(2026, 11, 2), await LastNewsAsync(portal));
    }

    [Fact]
    public async Task Post_LostDeal_DoesNotExist()
    {
        await using var portal = await AskedAsync();
        await using (var db = portal.Open())
        {
            var deal = await db.Deals.Include(deal => deal.Consultation).ThenInclude(consultation => consultation.Mission).Include(deal => deal.Steps).SingleAsync();
            deal.Add(new StepDraft(DealStage.Lost, null, deal.Consultation.HeldOn, Reason: "예산"), new Author(null, "test", false, TestDatabase.Start.UtcDateTime), deal.Consultation.HeldOn);
            await db.SaveChangesAsync();
        }

        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.GetPageAsync(Consultation);

        Assert.Null(page.Document.QuerySelector($"form[action='{Deal}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync(Deal, page)).Status);
    }

    [Fact]
    public async Task Page_Manager_OffersNoAnswer()
    {
        await using var portal = await AskedAsync();
        var manager = await portal.SignInAsync(World.Manager);

        Assert.Null((await manager.GetPageAsync(Consultation)).Document.QuerySelector($"form[action='{Deal}']"));
    }

    [Fact]
    public async Task List_Asked_ShowsWhatHasNotBeenAnswered()
    {
        await using var portal = await AskedAsync();
        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.GetPageAsync("/deals?news=Asked");
        Assert.Contains("2027. 1. 6. 소식 요청, 답 없음", Assert.Single(page.Texts("tbody tr")), StringComparison.Ordinal);
        Assert.Empty((await officer.GetPageAsync("/deals?news=NoAddress")).Texts("tbody tr"));

        await officer.SubmitAsync(await officer.GetPageAsync(Consultation), form: $"form[action='{Deal}']");

        Assert.Empty((await officer.GetPageAsync("/deals?news=Asked")).Texts("tbody tr"));
        Assert.DoesNotContain("답 없음", Assert.Single((await officer.GetPageAsync("/deals")).Texts("tbody tr")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NoAddress_ShowsWhomNobodyCouldAsk()
    {
        await using var portal = await AskedAsync(isReachable: false);
        var officer = await portal.SignInAsync(World.Officer);

        Assert.Contains("PT Nusantara Retail", Assert.Single((await officer.GetPageAsync("/deals?news=NoAddress")).Texts("tbody tr")), StringComparison.Ordinal);
        Assert.Empty((await officer.GetPageAsync("/deals?news=Asked")).Texts("tbody tr"));
    }

    [Fact]
    public async Task List_Owner_ShowsWhatThatPersonFollowsUp()
    {
        await using var portal = await AskedAsync();
        await FollowAsync(portal, FollowUpRig.First.AddDays(3));
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync("/deals?owner=%EC%9D%B4%ED%9B%84%EC%86%8D");

        Assert.Single(page.Texts("tbody tr"));
        Assert.Equal(["이후속"], page.Texts("select[name=owner] option[selected]"));
        Assert.Empty((await officer.GetPageAsync("/deals?owner=Somebody")).Texts("tbody tr"));
    }

    [Fact]
    public async Task Home_Officer_ShowsDealsThatAreDueAndCountsWhatWaits()
    {
        await using var portal = await AskedAsync();
        await FollowAsync(portal, FollowUpRig.First.AddDays(-3));
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync("/");

        var row = Assert.Single(page.Texts("table[aria-labelledby=deal-h] tbody tr"));
        Assert.Contains("3일 지남", row, StringComparison.Ordinal);
        Assert.Contains("알파화장품 × PT Nusantara Retail", row, StringComparison.Ordinal);
        Assert.Contains("이후속", row, StringComparison.Ordinal);
        Assert.Equal(
            ["/deals?news=Overdue", "/deals?news=Due", "/deals?news=Asked"],
            page.Document.QuerySelectorAll("section[aria-labelledby=deal-h] .note a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Home_NothingIsDue_SaysSo()
    {
        await using var portal = await OwnPortal.OpenAsync();
        await FollowAsync(portal, new DateOnly(2026, 12, 31));
        var officer = await portal.SignInAsync(World.Officer);

        Assert.Contains("14일 안에 기한이 오는 계약 건이 없습니다.", (await officer.GetPageAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowUp_ChangedMeanwhile_ShowsBoth()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync("/deals/1/follow-up");
        await FollowAsync(portal, new DateOnly(2026, 12, 24));

        var both = await officer.SubmitAsync(form, new() { ["Owner"] = "박후속" });

        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("이후속", both.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(("이후속", new DateOnly(2026, 12, 24)), await db.Deals.Select(deal => ValueTuple.Create(deal.Owner, deal.DueOn!.Value)).SingleAsync());
    }

    [Fact]
    public async Task FollowUp_Saved_SaysWhoAndWhen()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var officer = await portal.SignInAsync(World.Officer);

        var saved = await officer.SubmitAsync(await officer.GetPageAsync("/deals/1/follow-up"), new() { ["Owner"] = "박후속", ["DueOn"] = "2026-12-31", ["NothingNew"] = "true" });

        Assert.Contains("박후속", saved.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(("박후속", new DateOnly(2026, 12, 31), new DateOnly(2026, 11, 4)), await db.Deals.Select(deal => ValueTuple.Create(deal.Owner, deal.DueOn!.Value, deal.LastNewsOn)).SingleAsync());
    }

    private static async Task<OwnPortal> AskedAsync(bool isReachable = true)
    {
        var portal = await OwnPortal.OpenAsync();
        await using (var db = portal.Open())
        {
            (await db.Users.SingleAsync(user => user.Email == World.CompanyA)).IsActive = isReachable;
            await db.SaveChangesAsync();
        }

        portal.Clock.SetUtcNow(new DateTimeOffset(FollowUpRig.First, new TimeOnly(1, 0), TimeSpan.Zero));
        var outcomes = await portal.Services.GetRequiredService<DailySchedule>().RunDueAsync(CancellationToken.None);
        Assert.Contains(new TaskOutcome("ask-for-news", null), outcomes);
        Assert.Contains(new TaskOutcome("follow-up-digest", null), outcomes);
        return portal;
    }

    private static async Task FollowAsync(OwnPortal portal, DateOnly dueOn)
    {
        await using var db = portal.Open();
        (await db.Deals.SingleAsync()).Follow("이후속", dueOn);
        await db.SaveChangesAsync();
    }

    private static async Task<DateOnly> LastNewsAsync(OwnPortal portal)
    {
        await using var db = portal.Open();
        return await db.Deals.Select(deal => deal.LastNewsOn).SingleAsync();
    }
}
