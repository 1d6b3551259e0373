using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Mail;

public sealed class OutboxSenderTests
{
    private static readonly DateTime Start = TestDatabase.Start.UtcDateTime;

    [Fact]
    public async Task Run_SeveralWait_SendsTheOldestFirstAndForgetsWhatTheySay()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("first", "second");
        await rig.QueueAsync("third");

        Assert.Equal(3, await rig.Sender().RunOnceAsync(CancellationToken.None));

        Assert.Equal(["first", "second", "third"], rig.Courier.Delivered.Select(letter => letter.Subject));
        var mail = await rig.MailAsync("first");
        Assert.Equal((Start, "", "", null, null), (mail.SentAt, mail.Text, mail.Html, mail.NextAttemptAt, mail.ClaimedUntil));
        Assert.Equal(mail.MessageId, rig.Courier.Delivered[0].MessageId);
        Assert.Equal(("본문 https://portal.example/x", "<p>본문</p>"), (rig.Courier.Delivered[0].Text, rig.Courier.Delivered[0].Html));
    }

    [Fact]
    public async Task Run_ServerRefuses_WaitsTwiceAsLongEachTimeUpToSixHours()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("letter");
        rig.Courier.Refuse("the server is down");
        var pauses = new List<double>();
        for (var attempt = 1; attempt <= 11; attempt++)
        {
            Assert.Equal(0, await rig.Sender().RunOnceAsync(CancellationToken.None));
            var mail = await rig.MailAsync("letter");
            Assert.Equal((attempt, "the server is down"), (mail.Attempts, mail.LastError));
            var pause = mail.NextAttemptAt!.Value - rig.Database.Clock.GetUtcNow().UtcDateTime;
            pauses.Add(pause.TotalMinutes);

            // Not a moment earlier.
            rig.Database.Clock.Advance(pause - TimeSpan.FromSeconds(1));
            await rig.Sender().RunOnceAsync(CancellationToken.None);
            Assert.Equal(attempt, (await rig.MailAsync("letter")).Attempts);
            rig.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360], pauses);
        rig.Courier.Accept();
        Assert.Equal(1, await rig.Sender().RunOnceAsync(CancellationToken.None));
        Assert.Null((await rig.MailAsync("letter")).LastError);
    }

    [Fact]
    public async Task Run_RefusedForThreeDays_GivesUpAndKeepsTheLetterForAnotherTry()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("letter");
        rig.Courier.Refuse("no such mailbox");

        // The portal was off for a week: the days count from the first failure.
        rig.Database.Clock.Advance(TimeSpan.FromDays(7));
        await rig.Sender().RunOnceAsync(CancellationToken.None);
        Assert.Null((await rig.MailAsync("letter")).FailedAt);
        rig.Database.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        await rig.Sender().RunOnceAsync(CancellationToken.None);
        Assert.Null((await rig.MailAsync("letter")).FailedAt);
        rig.Database.Clock.Advance(TimeSpan.FromHours(6));
        await rig.Sender().RunOnceAsync(CancellationToken.None);

        var givenUp = await rig.MailAsync("letter");
        Assert.Equal((rig.Database.Clock.GetUtcNow().UtcDateTime, null, 3), (givenUp.FailedAt, givenUp.NextAttemptAt, givenUp.Attempts));
        Assert.NotEmpty(givenUp.Text);
        rig.Courier.Accept();
        rig.Database.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await rig.Sender().RunOnceAsync(CancellationToken.None));
        await rig.TryAgainAsync();
        Assert.Equal(1, await rig.Sender().RunOnceAsync(CancellationToken.None));
        Assert.Null((await rig.MailAsync("letter")).FailedAt);
    }

    [Fact]
    public async Task TryAgain_FailsAgain_HasThreeDaysAnew()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("letter");
        rig.Courier.Refuse("no such mailbox");
        await rig.Sender().RunOnceAsync(CancellationToken.None);
        rig.Database.Clock.Advance(TimeSpan.FromDays(4));
        await rig.TryAgainAsync();

        await rig.Sender().RunOnceAsync(CancellationToken.None);

        var mail = await rig.MailAsync("letter");
        Assert.Null(mail.FailedAt);
        Assert.NotNull(mail.NextAttemptAt);
    }

    [Fact]
    public async Task Run_OneLetterCannotBeWritten_TheOthersGo()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("bad", "good");
        rig.Courier.Before = letter => letter.Subject == "bad" ? throw new FormatException("not an address") : Task.CompletedTask;

        Assert.Equal(1, await rig.Sender().RunOnceAsync(CancellationToken.None));

        Assert.Equal("FormatException: not an address", (await rig.MailAsync("bad")).LastError);
        Assert.NotNull((await rig.MailAsync("good")).SentAt);
    }

    [Fact]
    public async Task Run_WhileAnotherPortalSends_LeavesThatLetterAlone()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("letter");
        var others = new List<int>();
        rig.Courier.After = async _ =>
        {
            rig.Database.Clock.Advance(OutboxSender.Lease - TimeSpan.FromSeconds(1));
            others.Add(await rig.Sender().RunOnceAsync(CancellationToken.None));
        };

        Assert.Equal(1, await rig.Sender().RunOnceAsync(CancellationToken.None));

        Assert.Equal([0], others);
        Assert.Single(rig.Courier.Delivered);
    }

    /// <summary>Both have seen that it is due; only one may claim it.</summary>
    [Fact]
    public async Task Run_AnotherPortalClaimsInBetween_SendsOnce()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("letter");
        var quicker = false;
        var slow = rig.Sender(db => db.SavingChanges += (_, _) =>
        {
            if (!quicker)
            {
                quicker = true;
                Claim(rig);
            }
        });

        Assert.Equal(0, await slow.RunOnceAsync(CancellationToken.None));

        Assert.True(quicker);
        Assert.Empty(rig.Courier.Delivered);
    }

    [Fact]
    public async Task Run_KilledAfterClaiming_TriesAgainWhenTheClaimHasRunOut()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("letter");
        rig.Courier.Before = _ => throw new KilledException();
        await Assert.ThrowsAsync<KilledException>(() => rig.Sender().RunOnceAsync(CancellationToken.None));
        rig.Courier.Accept();

        Assert.Equal(0, await rig.Sender().RunOnceAsync(CancellationToken.None));
        rig.Database.Clock.Advance(OutboxSender.Lease);
        Assert.Equal(1, await rig.Sender().RunOnceAsync(CancellationToken.None));
    }

    /// <summary>What cannot be helped: the letter goes twice, and says so by its Message-ID.</summary>
    [Fact]
    public async Task Run_KilledBetweenSendingAndMarking_SendsTheSameMessageAgain()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("letter");
        rig.Courier.After = _ => throw new KilledException();
        await Assert.ThrowsAsync<KilledException>(() => rig.Sender().RunOnceAsync(CancellationToken.None));
        rig.Courier.After = _ => Task.CompletedTask;
        rig.Database.Clock.Advance(OutboxSender.Lease);

        Assert.Equal(1, await rig.Sender().RunOnceAsync(CancellationToken.None));

        Assert.Equal(2, rig.Courier.Delivered.Count);
        Assert.Single(rig.Courier.Delivered.Select(letter => letter.MessageId).Distinct());
    }

    [Fact]
    public async Task Run_DatabaseFailsAtTheMark_MarksLaterAndDoesNotSendAgain()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("letter");
        var saves = 0;
        var sender = rig.Sender(db => db.SavingChanges += (_, _) =>
        {
            if (++saves == 2)
            {
                throw new IOException("the disk is full");
            }
        });
        await Assert.ThrowsAsync<IOException>(() => sender.RunOnceAsync(CancellationToken.None));
        Assert.Null((await rig.MailAsync("letter")).SentAt);
        rig.Database.Clock.Advance(OutboxSender.Lease);

        Assert.Equal(1, await sender.RunOnceAsync(CancellationToken.None));

        Assert.NotNull((await rig.MailAsync("letter")).SentAt);
        Assert.Single(rig.Courier.Delivered);
    }

    [Fact]
    public async Task Run_AdministratorWantsItTriedMeanwhile_IsMarkedSentAllTheSame()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("letter");
        rig.Courier.After = _ => rig.TryAgainAsync();

        Assert.Equal(1, await rig.Sender().RunOnceAsync(CancellationToken.None));

        Assert.NotNull((await rig.MailAsync("letter")).SentAt);
        rig.Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await rig.Sender().RunOnceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Run_FailsAfterItsClaimWentToAnother_LeavesTheirsAlone()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("letter");
        rig.Courier.Before = _ =>
        {
            rig.Database.Clock.Advance(OutboxSender.Lease);
            Claim(rig);
            throw new MailNotSentException(new TimeoutException());
        };

        await rig.Sender().RunOnceAsync(CancellationToken.None);

        var mail = await rig.MailAsync("letter");
        Assert.Equal((0, rig.Database.Clock.GetUtcNow().UtcDateTime + OutboxSender.Lease), (mail.Attempts, mail.ClaimedUntil));
    }

    [Fact]
    public async Task Background_Signalled_SendsWithoutWaitingForTheClock()
    {
        await using var rig = await OutboxRig.CreateAsync();
        using var sender = rig.Sender();
        var sent = new TaskCompletionSource<Letter>(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Courier.After = letter =>
        {
            sent.TrySetResult(letter);
            return Task.CompletedTask;
        };
        await sender.StartAsync(CancellationToken.None);
        await using (var db = rig.Database.Open())
        {
            db.ActAs(() => Actor.Portal, rig.Database.Clock, rig.Signal.Raise);
            Outbox.Queue(db, OutboxRig.Letter("woken"), "letter");
            await db.SaveChangesAsync();
        }

        Assert.Equal("woken", (await sent.Task).Subject);

        await sender.StopAsync(CancellationToken.None);
    }

    /// <summary>Another portal takes the letter in hand, and is not heard of again.</summary>
    private static void Claim(OutboxRig rig) => Task.Run(async () =>
    {
        await using var db = rig.Database.Open();
        foreach (var mail in await db.OutgoingMails.ToListAsync())
        {
            mail.Claim(rig.Database.Clock.GetUtcNow().UtcDateTime + OutboxSender.Lease);
        }

        // Not by the gate, which the slower one may hold: this is another process.
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }).GetAwaiter().GetResult();
}
