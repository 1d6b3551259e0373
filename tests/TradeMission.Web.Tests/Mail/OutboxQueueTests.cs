using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Mail;

/// <summary>Letters and the records that cause them are saved together.</summary>
public sealed class OutboxQueueTests
{
    private const string Key = "news/deal-15/6-months";

    [Fact]
    public async Task Queue_SavedWithItsRecord_WaitsAndIsNotAudited()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await using var db = rig.Database.Open();
        db.Add(new Buyer { Name = "PT Nusantara", Country = "ID" });
        Outbox.Queue(db, OutboxRig.Letter(), Key);

        await db.SaveChangesAsync();

        var mail = await rig.MailAsync(Key);
        Assert.Equal(("buyer@example.com", "김바이어", "안내", 0), (mail.To, mail.ToName, mail.Subject, mail.Attempts));
        Assert.Equal((TestDatabase.Start.UtcDateTime, TestDatabase.Start.UtcDateTime, null), (mail.QueuedAt, mail.NextAttemptAt, mail.SentAt));
        Assert.NotEmpty(mail.MessageId);
        Assert.Equal("Buyer", Assert.Single(await db.AuditEntries.ToListAsync()).Record);
    }

    [Fact]
    public async Task Queue_RecordIsRefused_NoLetterIsThere()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("before");
        await using var db = rig.Database.Open();
        db.Add(new Buyer { Name = "PT Nusantara", Country = "ID", IntroducedBySisterCityId = 999 });
        Outbox.Queue(db, OutboxRig.Letter(), Key);

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        await using var look = rig.Database.Open();
        Assert.Equal(["before"], await look.OutgoingMails.Select(mail => mail.Key).ToListAsync());
    }

    [Fact]
    public async Task Queue_SameKeyAgain_KeepsTheFirstAndSavesTheRest()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync(Key);
        var first = await rig.MailAsync(Key);
        await using var db = rig.Database.Open();
        db.Add(new Buyer { Name = "PT Nusantara", Country = "ID" });
        Outbox.Queue(db, OutboxRig.Letter("another"), Key);
        Outbox.Queue(db, OutboxRig.Letter(), "other");
        Outbox.Queue(db, OutboxRig.Letter("twice in one save"), "other");

        await db.SaveChangesAsync();

        Assert.Equal(first.MessageId, (await rig.MailAsync(Key)).MessageId);
        Assert.Equal("안내", (await rig.MailAsync("other")).Subject);
        Assert.Equal(1, await db.Buyers.CountAsync());
        Assert.Equal(2, await db.OutgoingMails.CountAsync());
    }

    [Fact]
    public async Task Queue_SameKeyAfterItWasSent_SendsNothing()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync(Key);
        await rig.Sender().RunOnceAsync(CancellationToken.None);

        await rig.QueueAsync(Key);

        Assert.Equal(0, await rig.Sender().RunOnceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Save_QueuesMail_SignalsOnceItIsCommitted()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var signals = 0;
        await using var db = rig.Database.Open();
        db.ActAs(() => Actor.Portal, rig.Database.Clock, () => signals++);

        await db.SaveChangesAsync();
        db.Add(new Buyer { Name = "Without mail", Country = "ID" });
        await db.SaveChangesAsync();
        Assert.Equal(0, signals);

        Outbox.Queue(db, OutboxRig.Letter(), "alone");
        await db.SaveChangesAsync();
        Assert.Equal(1, signals);

        db.Add(new Buyer { Name = "With mail", Country = "ID" });
        Outbox.Queue(db, OutboxRig.Letter(), "with a record");
        await db.SaveChangesAsync();
        Assert.Equal(2, signals);

        Outbox.Queue(db, OutboxRig.Letter(), "alone");
        await db.SaveChangesAsync();
        Assert.Equal(2, signals);
    }

    [Fact]
    public async Task Save_InACallersTransaction_SignalsWhenThatCommits()
    {
        await using var rig = await OutboxRig.CreateAsync();
        var signals = 0;
        await using var db = rig.Database.Open();
        db.ActAs(() => Actor.Portal, rig.Database.Clock, () => signals++);
        await using (var transaction = await db.BeginWriteAsync(CancellationToken.None))
        {
            Outbox.Queue(db, OutboxRig.Letter(), Key);
            await db.SaveChangesAsync();
            Assert.Equal(0, signals);
            await transaction.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(1, signals);
    }

    [Fact]
    public async Task Save_OutsideTheAsynchronousWay_IsRefused()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await using var db = rig.Database.Open();
        Outbox.Queue(db, OutboxRig.Letter(), Key);

        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
    }
}
