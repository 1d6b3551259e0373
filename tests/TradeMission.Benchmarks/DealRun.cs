using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Deals;

namespace TradeMission.Benchmarks;

/// <summary>
/// What a step of a deal costs, and reading what it moved, in missions of 100, 10,000 and 100,000 consultations. The missions take turns, so that whatever else the
/// machine does falls on all of them; ratios are to the smallest. Processor time stands beside the time taken: a save waits for the disk, and on a busy machine that wait
/// is most of it and the same for every mission, so that the time taken alone would hide work that grows.
/// </summary>
internal static class DealRun
{
    private const int DealsUsed = 20;

    private static readonly int[] Sizes = [100, 10_000, 100_000];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var folder = Path.GetFullPath(arguments.Text("data", Path.Combine(Path.GetTempPath(), "trademission-benchmarks")));
        var times = arguments.Has("quick") ? 50 : 500;
        var databases = new List<FilledDatabase>();
        foreach (var size in Sizes)
        {
            databases.Add(await (await FilledDatabase.MakeAsync(folder, size, 1)).CopyAsync());
        }

        var table = new ResultTable();
        await AddingAsync(databases, table, times);
        await RowsAsync(databases, table, times);
        await DocumentAsync(databases, table, times);
        foreach (var (database, size) in databases.Zip(Sizes))
        {
            await using var db = database.Open();
            var differences = await new TotalsCheck(db).FindAsync();
            table.Add($"stored totals that differ from the records afterwards, {size:N0}", "0", differences.Count.ToString(CultureInfo.InvariantCulture));
        }

        table.Print(Console.Out);
        return table.IsWhole ? 0 : 1;
    }

    /// <summary>The act that pages share, on a context of its own: read the deal, check, save, audit, move the totals, commit. As many deals of each mission grow alike.</summary>
    private static async Task AddingAsync(List<FilledDatabase> databases, ResultTable table, int times)
    {
        var deals = new List<List<(long Id, DateOnly Day)>>();
        foreach (var database in databases)
        {
            await using var db = database.Open();
            var some = await db.Deals.OrderBy(deal => deal.Id).Select(deal => new { deal.Id, deal.Consultation.HeldOn }).Take(DealsUsed).ToListAsync();
            deals.Add([.. some.Select(deal => (deal.Id, deal.HeldOn))]);
        }

        await table.TryAsync("adding a step to a deal", "", () => InTurnsAsync(times, OwnCpu, async (mission, time) =>
        {
            var (deal, day) = deals[mission][time % deals[mission].Count];
            var step = new StepInput { Stage = DealStage.AdvanceReceived, Amount = 10 + time, Currency = "USD", On = day };
            await using var db = databases[mission].Open();
            var outcome = await new DealRecording(db).AddAsync(deal, step, new Author(null, "측정", false, DateTime.UnixEpoch), null, CancellationToken.None);
            return outcome.Step is not null ? outcome : throw new InvalidOperationException($"Not added: {string.Join("; ", outcome.Problems)}");
        }));
    }

    private static async Task RowsAsync(List<FilledDatabase> databases, ResultTable table, int times)
    {
        var missions = await MissionsAsync(databases);
        await table.TryAsync("reading a mission's total rows, tiers included", "independent", () => InTurnsAsync(times, OwnCpu, async (mission, _) =>
        {
            await using var db = databases[mission].Open();
            var id = missions[mission];
            var total = await db.MissionTotals.AsNoTracking().SingleAsync(row => row.MissionId == id && row.Scope == TotalScope.Mission);
            return (total, await db.TierTotals.AsNoTracking().Where(row => row.MissionId == id && row.Scope == TotalScope.Mission).ToListAsync());
        }));
    }

    private static async Task DocumentAsync(List<FilledDatabase> databases, ResultTable table, int times)
    {
        var missions = await MissionsAsync(databases);
        var portals = new List<ServedPortal>();
        var visitors = new List<Visitor>();
        try
        {
            foreach (var database in databases)
            {
                portals.Add(await ServedPortal.StartAsync(database.File));
                visitors.Add((await Visitor.SignInAsync(portals[^1].Address, FilledDatabase.Officer, FilledDatabase.Password))[0]);
            }

            await table.TryAsync("totals.json, over loopback", "independent", () => InTurnsAsync(
                times, mission => portals[mission].Cpu, async (mission, _) => await visitors[mission].TimeAsync($"/missions/{missions[mission]}/totals.json")));
        }
        finally
        {
            visitors.ForEach(visitor => visitor.Dispose());
            foreach (var portal in portals)
            {
                await portal.DisposeAsync();
            }
        }
    }

    private static async Task<List<long>> MissionsAsync(List<FilledDatabase> databases)
    {
        var missions = new List<long>();
        foreach (var database in databases)
        {
            await using var db = database.Open();
            missions.Add(await db.Missions.Select(mission => mission.Id).SingleAsync());
        }

        return missions;
    }

    private static TimeSpan OwnCpu(int mission) => Environment.CpuUsage.TotalTime;

    private static async Task<string> InTurnsAsync<T>(int times, Func<int, TimeSpan> cpu, Func<int, int, Task<T>> act)
    {
        var took = Sizes.Select(_ => new List<double>()).ToList();
        var spent = new TimeSpan[Sizes.Length];
        for (var time = -times / 5; time < times; time++)
        {
            for (var mission = 0; mission < Sizes.Length; mission++)
            {
                var (started, before) = (Stopwatch.GetTimestamp(), cpu(mission));
                await act(mission, time + times);
                if (time >= 0)
                {
                    took[mission].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    spent[mission] += cpu(mission) - before;
                }
            }
        }

        return string.Join("; ", took.Select((milliseconds, mission) => Told(mission, new Figures(milliseconds))));

        string Told(int mission, Figures figures) => string.Create(
            CultureInfo.InvariantCulture,
            $"{Sizes[mission]:N0}: CPU {spent[mission].TotalMilliseconds / times:0.00} ms ({spent[mission] / spent[0]:0.00} ×), median {figures.Median:0.00} ms, p99 {figures.P99:0.00} ms");
    }
}
