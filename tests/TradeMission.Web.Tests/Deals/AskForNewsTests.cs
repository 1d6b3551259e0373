using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>2, 6 and 12 months after a mission each company is asked for news of its open deals, once.</summary>
public sealed class AskForNewsTests
{
    private static readonly DateOnly Early = new(2026, 11, 10);

    [Fact]
    public async Task Run_OnTheOccasion_AsksForTheOpenDealsAndNotesIt()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        var second = await rig.OpenAsync(World.Ids.AWithSaigon, Early);

        await rig.AskAsync(FollowUpRig.First);

        var letter = Assert.Single(await rig.LettersAsync());
        Assert.Equal(($"news/participation-{World.Ids.AUnderway}/2-months/user-4", World.CompanyA, "박알파"), (letter.Key, letter.To, letter.ToName));
        Assert.Equal("2026 아세안 시장개척단 계약 건의 소식을 알려 주십시오", letter.Subject);
        Assert.Contains("알파화장품에서 참가하신", letter.Text, StringComparison.Ordinal);
        Assert.Contains("- PT Nusantara Retail · 계약추진 · USD 120,000.50 · 예상 2027. 2. 1.\n- Saigon Beauty JSC · 계약추진 · USD 1,000\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains("https://portal.example/my/missions/1\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"<li>{System.Net.WebUtility.HtmlEncode("Saigon Beauty JSC · 계약추진 · USD 1,000")}</li>", letter.Html, StringComparison.Ordinal);
        var requests = await rig.RequestsAsync();
        Assert.Equal([(1, 2, FollowUpRig.First, 1), (second, 2, FollowUpRig.First, 1)], requests.Select(request => (request.DealId, request.Months, request.AskedOn, request.Letters)));
        await using var db = rig.Database.Open();
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Record == "NewsRequest" && entry.ActorId == null));
    }

    [Fact]
    public async Task Run_EveryDayForAYear_AsksExactlyOnTheOccasions()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        for (var day = new DateOnly(2026, 11, 5); day < new DateOnly(2027, 12, 20); day = day.AddDays(1))
        {
            await rig.AskAsync(day);
        }

        Assert.Equal(
            [(2, new DateOnly(2027, 1, 6)), (6, new DateOnly(2027, 5, 6)), (12, new DateOnly(2027, 11, 6))],
            (await rig.RequestsAsync()).Select(request => (request.Months, request.AskedOn)));
        Assert.Equal(3, (await rig.LettersAsync()).Count);
    }

    [Theory]
    [InlineData("2027-08-31", "2027-10-30", "2027-10-31")]
    [InlineData("2026-12-31", "2027-02-27", "2027-02-28")]
    [InlineData("2027-12-31", "2028-02-28", "2028-02-29")]
    public async Task Run_MissionEndsWithItsMonth_AsksOnTheLastDayOfTheOther(string endsOn, string before, string on)
    {
        await using var rig = await FollowUpRig.CreateAsync();
        await rig.ChangeAsync(async db => (await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway)).EndsOn = DateOnly.Parse(endsOn, null));

        await rig.AskAsync(DateOnly.Parse(before, null));
        Assert.Empty(await rig.LettersAsync());

        await rig.AskAsync(DateOnly.Parse(on, null));
        Assert.Single(await rig.LettersAsync());
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(31, 0)]
    public async Task Run_PortalWasOff_MakesUpForThirtyDays(int late, int asked)
    {
        await using var rig = await FollowUpRig.CreateAsync();

        await rig.AskAsync(FollowUpRig.First.AddDays(late));

        Assert.Equal(asked, (await rig.LettersAsync()).Count);
        Assert.Equal(asked, (await rig.RequestsAsync()).Count);
    }

    [Fact]
    public async Task Run_AgainAndAgain_AsksOnce()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        await rig.AskAsync(FollowUpRig.First);
        await rig.AskAsync();
        await Task.WhenAll(rig.AskAsync(), rig.AskAsync());
        await rig.AskAsync(FollowUpRig.First.AddDays(1));

        Assert.Single(await rig.LettersAsync());
        Assert.Single(await rig.RequestsAsync());
    }

    [Fact]
    public async Task Run_TwoPortalsAtOnce_OneAsks()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        rig.GoTo(FollowUpRig.First);

        await Task.WhenAll(rig.AskAsync(), rig.AskAsync(), rig.AskAsync());

        Assert.Single(await rig.LettersAsync());
        Assert.Single(await rig.RequestsAsync());
    }

    [Fact]
    public async Task Run_DealOpenedAfterTheOccasion_IsNotAskedForUntilTheNext()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        var same = await rig.OpenAsync(World.Ids.AWithSaigon, FollowUpRig.First);
        var later = await rig.OpenAsync(World.Ids.AWithSaigon, FollowUpRig.First.AddDays(1));

        await rig.AskAsync(FollowUpRig.First.AddDays(3));
        Assert.Equal([1, same], (await rig.RequestsAsync()).Select(request => request.DealId));

        await rig.AskAsync(new DateOnly(2027, 5, 6));
        Assert.Equal([1, same, later], (await rig.RequestsAsync()).Where(request => request.Months == 6).Select(request => request.DealId));
    }

    [Fact]
    public async Task Run_DealsThatEnded_AreNotAskedFor()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        await rig.OpenAsync(World.Ids.BWithNusantara, Early, DealStage.Lost);
        await rig.OpenAsync(World.Ids.BWithNusantara, Early, DealStage.OnHold);
        await rig.OpenAsync(World.Ids.BWithNusantara, Early, DealStage.Paid);

        await rig.AskAsync(FollowUpRig.First);

        Assert.Equal(World.CompanyA, Assert.Single(await rig.LettersAsync()).To);
        Assert.Equal([1], (await rig.RequestsAsync()).Select(request => request.DealId));
    }

    [Fact]
    public async Task Run_RevivedAfterwards_SendsNoSecondLetter()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        var held = await rig.OpenAsync(World.Ids.AWithSaigon, Early, DealStage.OnHold);
        await rig.AskAsync(FollowUpRig.First);
        await rig.ChangeAsync(async db =>
        {
            var deal = await db.Deals.Include(deal => deal.Consultation).ThenInclude(consultation => consultation.Mission).Include(deal => deal.Steps).SingleAsync(deal => deal.Id == held);
            deal.Add(
                new StepDraft(DealStage.Pursued, World.Usd(1, FollowUpRig.First), FollowUpRig.First, Reason: "다시", Revives: true),
                new Author(null, "김담당", false, rig.Database.Clock.GetUtcNow().UtcDateTime), FollowUpRig.First);
        });

        await rig.AskAsync(FollowUpRig.First.AddDays(2));

        Assert.Single(await rig.LettersAsync());
        Assert.Equal([1], (await rig.RequestsAsync()).Select(request => request.DealId));
    }

    [Fact]
    public async Task Run_CancelledMission_IsNotAsked()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        await rig.ChangeAsync(async db =>
            (await db.Missions.Include(mission => mission.StatusChanges).SingleAsync(mission => mission.Id == World.Ids.Underway))
                .ChangeStatus(MissionStatus.Cancelled, "취소", null, "test", TestDatabase.Start.UtcDateTime));

        await rig.AskAsync(FollowUpRig.First);

        Assert.Empty(await rig.LettersAsync());
        Assert.Empty(await rig.RequestsAsync());
    }

    [Fact]
    public async Task Run_UsersAndContacts_EachGetOneLetterInTheirLanguage()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        await rig.AddContactAsync(World.Ids.CompanyA, "export@alpha.example");
        await rig.AddContactAsync(World.Ids.CompanyA, "EXPORT@alpha.example", "같은 주소");
        await rig.AddContactAsync(World.Ids.CompanyA, World.CompanyA.ToUpperInvariant(), "사용자와 같은 주소");
        await rig.AddContactAsync(World.Ids.CompanyA, "");
        await rig.AddContactAsync(World.Ids.CompanyB, "export@beta.example");
        await rig.ChangeAsync(async db => (await db.Users.SingleAsync(user => user.Email == World.CompanyA)).Language = "en");

        await rig.AskAsync(FollowUpRig.First);

        var letters = await rig.LettersAsync();
        Assert.Equal([World.CompanyA, "export@alpha.example"], letters.Select(letter => letter.To));
        Assert.Equal("What became of your deals: ASEAN Trade Mission 2026", letters[0].Subject);
        Assert.Contains("- PT Nusantara Retail · Being pursued · USD 120,000.50 · expected 1 Feb 2027\n", letters[0].Text, StringComparison.Ordinal);
        Assert.Contains("오연락 님", letters[1].Text, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await rig.RequestsAsync()).Letters);
    }

    [Fact]
    public async Task Run_NobodyToWriteTo_NotesItAndAsksOnceSomebodyIs()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        await rig.ChangeAsync(async db => (await db.Users.SingleAsync(user => user.Email == World.CompanyA)).IsActive = false);

        await rig.AskAsync(FollowUpRig.First);
        await rig.AskAsync(FollowUpRig.First.AddDays(1));
        Assert.Empty(await rig.LettersAsync());
        Assert.Equal((FollowUpRig.First, 0), Assert.Single((await rig.RequestsAsync()).Select(request => (request.AskedOn, request.Letters))));

        await rig.AddContactAsync(World.Ids.CompanyA, "export@alpha.example");
        await rig.AskAsync(FollowUpRig.First.AddDays(2));
        Assert.Equal("export@alpha.example", Assert.Single(await rig.LettersAsync()).To);
        Assert.Equal((FollowUpRig.First.AddDays(2), 1), Assert.Single((await rig.RequestsAsync()).Select(request => (request.AskedOn, request.Letters))));
    }

    [Fact]
    public async Task Run_MailServerIsDown_LettersAndNotesStayAndArriveOnce()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        rig.Courier.Refuse("down");
        await rig.RunAsync(FollowUpRig.First);

        Assert.Equal(0, await rig.Sender().RunOnceAsync(CancellationToken.None));
        var waiting = Assert.Single(await rig.LettersAsync());
        Assert.Equal((1, null), (waiting.Attempts, waiting.SentAt));
        Assert.Equal(1, Assert.Single(await rig.RequestsAsync()).Letters);

        rig.Courier.Accept();
        await rig.RunAsync(FollowUpRig.First.AddDays(1));
        await rig.Sender().RunOnceAsync(CancellationToken.None);
        await rig.Sender().RunOnceAsync(CancellationToken.None);
        Assert.Single(rig.Courier.Delivered, letter => letter.To == World.CompanyA);
        Assert.Single(await rig.RequestsAsync());
    }

    [Fact]
    public async Task Run_SaveFails_LeavesNeitherNoteNorLetter()
    {
        await using var rig = await FollowUpRig.CreateAsync();
        rig.GoTo(FollowUpRig.First);

        var failed = await Assert.ThrowsAsync<AggregateException>(() => rig.AskAsync(meddle: db => db.ActAs(() => throw new InvalidOperationException("killed"), rig.Database.Clock)));

        Assert.Equal("killed", Assert.IsType<InvalidOperationException>(Assert.Single(failed.InnerExceptions)).Message);

        Assert.Empty(await rig.LettersAsync());
        Assert.Empty(await rig.RequestsAsync());
    }
}
