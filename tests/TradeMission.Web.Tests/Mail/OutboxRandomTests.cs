using CsCheck;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Mail;

namespace TradeMission.Web.Tests.Mail;

/// <summary>Whatever happens, in whatever order: every letter arrives, none twice but for a kill between sending and marking, and none is lost.</summary>
public sealed class OutboxRandomTests
{
    private static readonly Gen<Event> Events = Gen.Select(
        Gen.Enum<Kind>(), Gen.Int[0, 4], Gen.Enum<Kill>(), Gen.Bool, Gen.Bool, Gen.Int[1, 1500], (kind, key, kill, down, meddled, minutes) => new Event(kind, key, kill, down, meddled, minutes));

    public enum Kind
    {
        Queue,
        QueueAndRollBack,
        Round,
        RoundAgain,
        ClockMoves,
        TryAgain,
    }

    /// <summary>Where the first portal's process ends.</summary>
    public enum Kill
    {
        Nowhere,
        BeforeClaim,
        AfterClaim,
        BeforeSending,
        AfterSending,
        BeforeMark,
        AfterMark,
    }

    [Fact]
    public Task AnyEvents_EveryLetterArrivesAndOnlyAKillDoublesOne() => Events.Array[1, 25].SampleAsync(
        async events =>
        {
            await using var rig = await OutboxRig.CreateAsync();
            var run = new Run(rig);
            foreach (var one in events)
            {
                await run.DoAsync(one);
            }

            await run.EndAsync();
        },
        iter: 100,
        threads: 1,
        print: events => string.Join(Environment.NewLine, events.Select(one => one.ToString())));

    public sealed record Event(Kind Kind, int Key, Kill Kill, bool Down, bool Meddled, int Minutes);

    private sealed class Run(OutboxRig rig)
    {
        private readonly HashSet<string> queued = [];
        private readonly Dictionary<string, int> doubled = [];
        private OutboxSender? first;
        private Kill kill;
        private bool isMeddled;

        public async Task DoAsync(Event one)
        {
            switch (one.Kind)
            {
                case Kind.Queue:
                    queued.Add($"letter-{one.Key}");
                    await rig.QueueAsync($"letter-{one.Key}");
                    break;
                case Kind.QueueAndRollBack:
                    await using (var db = rig.Database.Open())
                    await using (await db.BeginWriteAsync(CancellationToken.None))
                    {
                        Outbox.Queue(db, OutboxRig.Letter(), $"never-{one.Key}");
                        await db.SaveChangesAsync();
                    }

                    break;
                case Kind.ClockMoves:
                    rig.Database.Clock.Advance(TimeSpan.FromMinutes(one.Minutes));
                    break;
                case Kind.TryAgain:
                    await rig.TryAgainAsync();
                    break;
                default:
                    await RoundAsync(one);
                    break;
            }
        }

        public async Task EndAsync()
        {
            kill = Kill.Nowhere;
            isMeddled = false;
            rig.Courier.Before = rig.Courier.After = _ => Task.CompletedTask;
            rig.Database.Clock.Advance(TimeSpan.FromHours(6) + OutboxSender.Lease);
            await rig.TryAgainAsync();
            await rig.Sender().RunOnceAsync(CancellationToken.None);

            await using var db = rig.Database.Open();
            var mails = await db.OutgoingMails.ToListAsync();
            Assert.Equal(queued.Order(), mails.Select(mail => mail.Key).Order());
            foreach (var mail in mails)
            {
                Assert.NotNull(mail.SentAt);
                Assert.Equal("", mail.Text + mail.Html);
                Assert.Equal(1 + doubled.GetValueOrDefault(mail.Key), rig.Courier.Delivered.Count(letter => letter.MessageId == mail.MessageId));
            }

            Assert.Equal(queued.Order(), rig.Courier.Delivered.Select(letter => letter.Subject).Distinct().Order());
        }

        private async Task RoundAsync(Event one)
        {
            kill = one.Kill;
            isMeddled = one.Meddled;
            rig.Courier.Before = letter => BeforeAsync(one.Down);
            rig.Courier.After = AfterAsync;
            first ??= rig.Sender(Watch);
            try
            {
                await first.RunOnceAsync(CancellationToken.None);
            }
            catch (KilledException)
            {
                first = null;
            }
        }

        private async Task BeforeAsync(bool isDown)
        {
            KillAt(Kill.BeforeSending);
            await MeddleAsync();
            if (isDown)
            {
                throw new MailNotSentException(new IOException("down"));
            }
        }

        private async Task AfterAsync(Letter letter)
        {
            if (kill is Kill.AfterSending or Kill.BeforeMark)
            {
                doubled[letter.Subject] = doubled.GetValueOrDefault(letter.Subject) + 1;
            }

            KillAt(Kill.AfterSending);
            await MeddleAsync();
        }

        /// <summary>A second portal works at the very moment in which the first one is sending.</summary>
        private async Task MeddleAsync()
        {
            if (isMeddled)
            {
                var (killed, before, after) = (kill, rig.Courier.Before, rig.Courier.After);
                (isMeddled, kill, rig.Courier.Before, rig.Courier.After) = (false, Kill.Nowhere, _ => Task.CompletedTask, _ => Task.CompletedTask);
                await rig.Sender().RunOnceAsync(CancellationToken.None);
                (kill, rig.Courier.Before, rig.Courier.After) = (killed, before, after);
            }
        }

        /// <summary>A context that sends claims with its first save and marks with its second.</summary>
        private void Watch(TradeDbContext db)
        {
            var saves = 0;
            db.SavingChanges += (_, _) => KillAt(++saves == 1 ? Kill.BeforeClaim : Kill.BeforeMark);
            db.SavedChanges += (_, _) => KillAt(saves == 1 ? Kill.AfterClaim : Kill.AfterMark);
        }

        private void KillAt(Kill point)
        {
            if (kill == point)
            {
                throw new KilledException();
            }
        }
    }
}
