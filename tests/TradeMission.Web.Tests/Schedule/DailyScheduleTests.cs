using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Schedule;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Schedule;

public sealed class DailyScheduleTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 4);

    [Fact]
    public async Task Run_OnceADay_FromTheOfficesMorningOn()
    {
        await using var database = await TestDatabase.CreateAsync();
        var task = new Diary("diary");
        var schedule = Portal(database, task);

        Assert.Equal([new TaskOutcome("diary", null)], await schedule.RunDueAsync(CancellationToken.None));
        Assert.Empty(await schedule.RunDueAsync(CancellationToken.None));

        // It is ten in the morning; at midnight the day changes, at seven it begins.
        database.Clock.Advance(TimeSpan.FromHours(14));
        Assert.Empty(await schedule.RunDueAsync(CancellationToken.None));
        database.Clock.Advance(TimeSpan.FromHours(7) - TimeSpan.FromSeconds(1));
        Assert.Empty(await schedule.RunDueAsync(CancellationToken.None));
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await schedule.RunDueAsync(CancellationToken.None));

        Assert.Equal([Wednesday, Wednesday.AddDays(1)], task.Days);
    }

    [Fact]
    public async Task Run_AfterARestart_IsNotRunAgainThatDay()
    {
        await using var database = await TestDatabase.CreateAsync();
        var task = new Diary("diary");
        await Portal(database, task).RunDueAsync(CancellationToken.None);

        Assert.Empty(await Portal(database, task).RunDueAsync(CancellationToken.None));
        Assert.Empty(await Portal(database, task).RunNowAsync(CancellationToken.None));

        Assert.Equal([Wednesday], task.Days);
    }

    [Fact]
    public async Task Run_WhileAnotherPortalIsAtIt_LeavesItAlone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var task = new Diary("diary");
        var others = new List<int>();
        task.Act = async (_, _) => others.Add((await Portal(database, task).RunNowAsync(CancellationToken.None)).Count);

        Assert.Single(await Portal(database, task).RunDueAsync(CancellationToken.None));

        Assert.Equal([0], others);
        Assert.Equal([Wednesday], task.Days);
    }

    [Fact]
    public async Task Run_OneFails_TheOthersRunAndItIsTriedAgainLater()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (bad, good) = (new Diary("bad"), new Diary("good"));
        bad.Act = (db, _) =>
        {
            db.Buyers.Add(new Domain.Buyers.Buyer { Name = "half done", Country = "ID" });
            throw new InvalidOperationException("no rates today");
        };
        var schedule = Portal(database, bad, good);

        Assert.Equal(
            [new TaskOutcome("bad", "InvalidOperationException: no rates today"), new TaskOutcome("good", null)], await schedule.RunDueAsync(CancellationToken.None));
        Assert.Empty(await schedule.RunDueAsync(CancellationToken.None));
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await schedule.RunDueAsync(CancellationToken.None));
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await schedule.RunDueAsync(CancellationToken.None));
        bad.Act = (_, _) => Task.CompletedTask;
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([new TaskOutcome("bad", null)], await schedule.RunDueAsync(CancellationToken.None));

        await using var db = database.Open();
        var run = await db.TaskRuns.SingleAsync(run => run.Name == "bad");
        Assert.Equal((Wednesday, 0, null, null), (run.LastRunOn, run.Failures, run.LastError, run.NextAttemptAt));
        Assert.Single(good.Days);
        Assert.Empty(await db.Buyers.ToListAsync());
        Assert.Empty(await db.AuditEntries.ToListAsync());
    }

    [Fact]
    public async Task RunNow_AfterAFailure_DoesNotWait()
    {
        await using var database = await TestDatabase.CreateAsync();
        var task = new Diary("diary") { Act = (_, _) => throw new InvalidOperationException() };
        var schedule = Portal(database, task);
        await schedule.RunDueAsync(CancellationToken.None);
        task.Act = (_, _) => Task.CompletedTask;

        Assert.Equal([new TaskOutcome("diary", null)], await schedule.RunNowAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Run_KilledInBetween_IsBegunAgainWhenTheClaimHasRunOut()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var db = database.Open())
        {
            var begun = new TaskRun { Name = "diary" };
            begun.Claim(database.Clock.GetUtcNow().UtcDateTime + DailySchedule.Lease);
            db.TaskRuns.Add(begun);
            await db.SaveChangesAsync();
        }

        var schedule = Portal(database, new Diary("diary"));

        Assert.Empty(await schedule.RunNowAsync(CancellationToken.None));
        database.Clock.Advance(DailySchedule.Lease);
        Assert.Single(await schedule.RunDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Run_PortalStops_SaysSoAndLeavesNoClaim()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var stopping = new CancellationTokenSource();
        var task = new Diary("diary")
        {
            Act = async (_, cancellation) =>
            {
                await stopping.CancelAsync();
                cancellation.ThrowIfCancellationRequested();
            },
        };

        await Assert.ThrowsAsync<OperationCanceledException>(() => Portal(database, task).RunDueAsync(stopping.Token));
        task.Act = (_, _) => Task.CompletedTask;

        Assert.Single(await Portal(database, task).RunNowAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Background_TheClockMovesOn_RunsWhatIsDueThen()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ran = new TaskCompletionSource<DateOnly>(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = new Diary("diary");
        task.Act = (_, _) =>
        {
            ran.TrySetResult(task.Days[^1]);
            return Task.CompletedTask;
        };
        using var schedule = Portal(database, task);

        await schedule.StartAsync(CancellationToken.None);

        Assert.Equal(Wednesday, await ran.Task);
        await schedule.StopAsync(CancellationToken.None);
    }

    private static DailySchedule Portal(TestDatabase database, params IScheduledTask[] tasks)
    {
        var services = new ServiceCollection().AddScoped(_ => database.Open());
        foreach (var task in tasks)
        {
            services.AddScoped(_ => task);
        }

        return new DailySchedule(
            services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), new Office(database.Clock), database.Clock, NullLogger<DailySchedule>.Instance);
    }

    /// <summary>Writes down on which days it ran.</summary>
    private sealed class Diary(string name) : IScheduledTask
    {
        public string Name => name;

        public List<DateOnly> Days { get; } = [];

        public Func<TradeDbContext, CancellationToken, Task> Act { get; set; } = (_, _) => Task.CompletedTask;

        public Task RunAsync(TradeDbContext db, DateOnly today, CancellationToken cancellation)
        {
            Days.Add(today);
            return Act(db, cancellation);
        }
    }
}
