using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure.Schedule;

/// <summary>
/// Runs every task once on each of the office's days, from <see cref="Opens"/> on. A day on which no portal ran is not made up for: tasks look at what is due, not
/// at what day it is.
/// </summary>
public sealed partial class DailySchedule(IServiceScopeFactory scopes, Office office, TimeProvider clock, ILogger<DailySchedule> logger) : BackgroundService
{
    /// <summary>The office's time: nobody wants a reminder at midnight.</summary>
    public static readonly TimeOnly Opens = new(7, 0);

    /// <summary>After how long a task that was begun and not ended counts as killed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>What is due at this hour.</summary>
    public async Task<IReadOnlyList<TaskOutcome>> RunDueAsync(CancellationToken cancellation) =>
        TimeOnly.FromDateTime(office.Now) < Opens ? [] : await RunAsync(false, cancellation);

    /// <summary>What has not gone through today, whatever the hour and however lately it failed.</summary>
    public Task<IReadOnlyList<TaskOutcome>> RunNowAsync(CancellationToken cancellation) => RunAsync(true, cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotRun(wrong);
            }

            await Task.Delay(Rest, clock, stoppingToken);
        }
    }

    private async Task<IReadOnlyList<TaskOutcome>> RunAsync(bool insistently, CancellationToken cancellation)
    {
        var outcomes = new List<TaskOutcome>();
        foreach (var name in Names())
        {
            var today = office.Today;
            if (await IsClaimedAsync(name, today, insistently, cancellation))
            {
                var error = await RunAsync(name, today, cancellation);
                await MarkAsync(name, today, error);
                outcomes.Add(new TaskOutcome(name, error));
                cancellation.ThrowIfCancellationRequested();
            }
        }

        return outcomes;
    }

    private List<string> Names()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IScheduledTask>().Select(task => task.Name)];
    }

    private async Task<bool> IsClaimedAsync(string name, DateOnly today, bool insistently, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradeDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var run = await db.TaskRuns.FirstOrDefaultAsync(run => run.Name == name, cancellation);
        if (run is null)
        {
            run = new TaskRun { Name = name };
            db.TaskRuns.Add(run);
        }

        if (!run.IsDue(today, now, insistently))
        {
            return false;
        }

        run.Claim(now + Lease);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException wrong) when (wrong is DbUpdateConcurrencyException || db.IsDuplicate(wrong))
        {
            // Another portal was quicker.
            return false;
        }
    }

    /// <returns>What went wrong; null when it went through.</returns>
    private async Task<string?> RunAsync(string name, DateOnly today, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var time = new CancellationTokenSource(LongestRun, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            var task = scope.ServiceProvider.GetServices<IScheduledTask>().Single(task => task.Name == name);
            await task.RunAsync(scope.ServiceProvider.GetRequiredService<TradeDbContext>(), today, either.Token);
            return null;
        }
        catch (Exception wrong)
        {
            LogFailed(name, wrong);
            return $"{wrong.GetType().Name}: {wrong.Message}";
        }
    }

    /// <summary>In a context of its own: the task's may hold what it could not save. A portal that stops still says how far it came.</summary>
    private async Task MarkAsync(string name, DateOnly today, string? error)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradeDbContext>();
        var run = await db.TaskRuns.FirstOrDefaultAsync(run => run.Name == name, CancellationToken.None);
        if (error is null)
        {
            run?.MarkDone(today);
        }
        else
        {
            run?.MarkFailed(clock.GetUtcNow().UtcDateTime, error);
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The daily task {Task} failed and will be tried again")]
    private partial void LogFailed(string task, Exception wrong);

    [LoggerMessage(Level = LogLevel.Error, Message = "Daily tasks could not be run")]
    private partial void LogNotRun(Exception wrong);
}
