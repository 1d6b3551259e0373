using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>On Mondays officers are told how many deals wait, if any do.</summary>
public sealed class FollowUpDigestTests
{
    /// <summary>The world's deal, last heard of on 2 November, is quiet from 31 January on.</summary>
    private static readonly DateOnly Monday = new(2027, 2, 15);

    private static readonly DateOnly Before = new(2026, 11, 16);

    [Fact]
    public async Task Run_DealsWait_TellsEachOfficerHowMany()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        await FollowAsync(rig, Monday.AddDays(-1));

        await rig.RunAsync(Monday);

        var letter = Assert.Single(await rig.LettersAsync("follow-up/"));
        Assert.Equal((World.Officer, "이번 주에 챙길 계약 건"), (letter.To, letter.Subject));
        Assert.Contains("- 기한 지남 1건\n  https://portal.example/deals?news=Overdue\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains("- 14일 안 기한 1건\n  https://portal.example/deals?news=Due\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains("- 90일 소식 없음 1건\n  https://portal.example/deals?news=Quiet\n", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("news=Asked", letter.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://portal.example/deals?news=Quiet\">", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EveryDayForFourWeeks_TellsOnMondaysOnly()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        for (var day = Monday.AddDays(-1); day < Monday.AddDays(28); day = day.AddDays(1))
        {
            await rig.RunAsync(day);
        }

        // The first run of all is a Sunday, which makes up for its own week's Monday.
        Assert.Equal(
            ["2027-02-08", "2027-02-15", "2027-02-22", "2027-03-01", "2027-03-08"],
            (await rig.LettersAsync("follow-up/")).Select(letter => letter.Key.Split('/')[1]));
    }

    [Fact]
    public async Task Run_PortalWasOffOnMonday_MakesUpForItOnce()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        await rig.RunAsync(Before);

        await rig.RunAsync(Monday.AddDays(2));
        await rig.RunAsync(Monday.AddDays(3));

        Assert.Equal(["follow-up/2027-02-15/user-2"], (await rig.LettersAsync("follow-up/")).Select(letter => letter.Key));
    }

    [Fact]
    public async Task Run_NothingWaitsOnMonday_TellsNothingUntilTheNext()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        await rig.RunAsync(Before);
        await FollowAsync(rig, Before);
        await rig.RunAsync(Before.AddDays(1));

        Assert.Empty(await rig.LettersAsync("follow-up/"));

        await rig.RunAsync(Before.AddDays(7));
        Assert.Single(await rig.LettersAsync("follow-up/"));
    }

    [Fact]
    public async Task Run_OfficersThatAreSwitchedOff_AreNotTold()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        await rig.ChangeAsync(async db => (await db.Users.SingleAsync(user => user.Email == World.Officer)).IsActive = false);

        await rig.RunAsync(Monday);

        Assert.Empty(await rig.LettersAsync("follow-up/"));
    }

    [Fact]
    public async Task Run_LostDeals_AreNotCounted()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        await FollowAsync(rig, Before);
        await rig.ChangeAsync(async db =>
        {
            var deal = await db.Deals.Include(deal => deal.Consultation).ThenInclude(consultation => consultation.Mission).Include(deal => deal.Steps).SingleAsync();
            deal.Add(new StepDraft(DealStage.Lost, null, Before, Reason: "예산"), new Author(null, "test", false, TestDatabase.Start.UtcDateTime), Before);
        });

        await rig.RunAsync(Monday);

        Assert.Empty(await rig.LettersAsync("follow-up/"));
    }

    private static Task FollowAsync(FollowUpRig rig, DateOnly dueOn) => rig.ChangeAsync(async db => (await db.Deals.SingleAsync()).Follow("김담당", dueOn));
}
