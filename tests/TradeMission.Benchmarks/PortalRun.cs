using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;

namespace TradeMission.Benchmarks;

/// <summary>
/// What docs/performance.md tells, measured in one run from outside: signed in, over loopback, the portal in a process of its own. Times are of whole
/// answers, one request after the other unless it is said otherwise; ratios compare what this same run measured.
/// </summary>
internal static class PortalRun
{
    private const int Many = 100_000;
    private const int PerMission = 2_000;
    private const int Few = 100;
    private const int Writers = 8;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var folder = Path.GetFullPath(arguments.Text("data", Path.Combine(Path.GetTempPath(), "trademission-benchmarks")));
        var times = arguments.Has("quick") ? 50 : 500;
        var published = arguments.Folder("published");
        var table = new ResultTable();
        var spread = await (await FilledDatabase.MakeAsync(folder, Many, Many / PerMission)).CopyAsync();
        await StartsAsync(spread, published, table, arguments.Has("quick") ? 3 : 7);
        await PagesAsync(spread, published, table, times);
        var few = await (await FilledDatabase.MakeAsync(folder, Few, 1)).CopyAsync();
        var many = await (await FilledDatabase.MakeAsync(folder, Many, 1)).CopyAsync();
        await TotalsAsync(few, many, published, table, times);
        table.Print(Console.Out);
        return table.IsWhole ? 0 : 1;
    }

    /// <summary>From starting the process to the whole first page.</summary>
    private static async Task StartsAsync(FilledDatabase database, string? published, ResultTable table, int times)
    {
        var starts = new List<double>();
        for (var time = 0; time < times; time++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var portal = await ServedPortal.StartAsync(database.File, published);
            starts.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        table.Add("start to first page", "≤ 3 s", new Figures(starts).ToString());
    }

    private static async Task PagesAsync(FilledDatabase database, string? published, ResultTable table, int times)
    {
        var mission = await LatestMissionAsync(database);
        await using var portal = await ServedPortal.StartAsync(database.File, published);
        var visitors = await Visitor.SignInAsync(portal.Address, FilledDatabase.Officer, FilledDatabase.Password, Writers - 1);
        var visitor = visitors[0];
        var list = await PageAsync("list of 50 out of 100,000 consultations", "/consultations");
        await PageAsync("a mission's list, 50 of 2,000 consultations", $"/missions/{mission}/consultations");
        await PageAsync("list of missions (50)", "/missions");
        await PageAsync("mission page, 2,000 consultations", $"/missions/{mission}");
        await PageAsync("report, 2,000 consultations", $"/missions/{mission}/report");
        if (list > 0 && published is null)
        {
            await table.TryAsync("list of 50: CPU against the same bytes from memory", "≤ 25 ×", () => CpuRatioAsync(portal, visitor, "/consultations", list, times));
        }

        await table.TryAsync("search over everything, 100,000 consultations", "p95 ≤ 50 ms", () => SearchAsync(database, visitor, times));
        await table.TryAsync("saving a consultation", "median ≤ 10 ms", async () => (await SaveAsync([visitor], await FormsAsync(database, visitor, mission), times)).ToString());
        await table.TryAsync($"saving, {Writers} at a time into one mission", "no error, p99 ≤ 100 ms", async () => (await SaveAsync(visitors, await FormsAsync(database, visitor, mission), times * 2)).ToString());
        table.Add("memory after all of this", "≤ 300 MB", string.Create(CultureInfo.InvariantCulture, $"{portal.MemoryMegabytes} MB"));
        await using var db = database.Open();
        var differences = await new TotalsCheck(db).FindAsync();
        table.Add("stored totals that differ from the records afterwards", "0", differences.Count.ToString(CultureInfo.InvariantCulture));

        async Task<int> PageAsync(string what, string address)
        {
            var size = 0;
            await table.TryAsync(what, "", async () =>
            {
                await WarmAsync(visitor, address, times);
                var cpu = portal.Cpu;
                var answers = new List<double>();
                for (var time = 0; time < times; time++)
                {
                    var (milliseconds, bytes) = await visitor.TimeAsync(address);
                    answers.Add(milliseconds);
                    size = bytes;
                }

                return string.Create(CultureInfo.InvariantCulture, $"{new Figures(answers)}, CPU {(portal.Cpu - cpu).TotalMilliseconds / times:0.00} ms, {size / 1024.0:0} KB");
            });
            return size;
        }
    }

    /// <summary>What people type, in turns: parts of Korean names, their initial consonants, words of other scripts, and what there is not.</summary>
    private static async Task<string> SearchAsync(FilledDatabase database, Visitor visitor, int times)
    {
        List<string> typed = ["ㄷㅎ", "ㅈㅈ", "trading", "co ltd", "견적", "반둥", "jakarta", "없는이름입니다"];
        await using (var db = database.Open())
        {
            typed.AddRange((await db.Companies.OrderBy(company => company.Id).Select(company => company.NameKo).Take(20).ToListAsync()).Select(name => name[..2]));
            typed.AddRange((await db.Buyers.OrderBy(buyer => buyer.Id).Select(buyer => buyer.Name).Take(20).ToListAsync()).Select(name => name.Split(' ')[^1]));
        }

        var addresses = typed.ConvertAll(text => $"/search?q={Uri.EscapeDataString(text)}");
        foreach (var address in addresses)
        {
            await visitor.TimeAsync(address);
        }

        var answers = new List<double>();
        for (var time = 0; time < times; time++)
        {
            answers.Add((await visitor.TimeAsync(addresses[time % addresses.Count])).Milliseconds);
        }

        var figures = new Figures(answers);
        return string.Create(CultureInfo.InvariantCulture, $"p95 {figures.P95:0.00} ms, {figures}");
    }

    /// <summary>Both in turns, so that whatever else the machine does falls on both.</summary>
    private static async Task<string> CpuRatioAsync(ServedPortal portal, Visitor visitor, string page, int size, int times)
    {
        const int Rounds = 5;
        const int BytesPerPage = 10;
        var bytes = $"{BytesFromMemory.Address}?size={size}";
        await WarmAsync(visitor, bytes, times * 2);
        var (ofPage, ofBytes) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            ofPage += await CpuAsync(page, times / Rounds);
            ofBytes += await CpuAsync(bytes, times * BytesPerPage / Rounds);
        }

        var (each, eachBytes) = (ofPage.TotalMilliseconds / times, ofBytes.TotalMilliseconds / (times * BytesPerPage));
        return string.Create(CultureInfo.InvariantCulture, $"{each / eachBytes:0.0} × ({each:0.000} ms against {eachBytes:0.000} ms for {size:#,0} bytes)");

        async Task<TimeSpan> CpuAsync(string address, int requests)
        {
            var before = portal.Cpu;
            for (var request = 0; request < requests; request++)
            {
                await visitor.TimeAsync(address);
            }

            return portal.Cpu - before;
        }
    }

    /// <summary>The same totals of a mission with 100 and of one with 100,000 consultations, in turns.</summary>
    private static async Task TotalsAsync(FilledDatabase few, FilledDatabase many, string? published, ResultTable table, int times)
    {
        var (missionOfFew, missionOfMany) = (await LatestMissionAsync(few), await LatestMissionAsync(many));
        await using var small = await ServedPortal.StartAsync(few.File, published);
        await using var large = await ServedPortal.StartAsync(many.File, published);
        using var visitorOfFew = (await Visitor.SignInAsync(small.Address, FilledDatabase.Officer, FilledDatabase.Password))[0];
        using var visitorOfMany = (await Visitor.SignInAsync(large.Address, FilledDatabase.Officer, FilledDatabase.Password))[0];
        await table.TryAsync("a mission's totals, 100 against 100,000 consultations", "independent", () =>
            InTurnsAsync($"/missions/{missionOfFew}/totals.json", $"/missions/{missionOfMany}/totals.json"));
        await table.TryAsync("mission page, 100 against 100,000 consultations", "", () => InTurnsAsync($"/missions/{missionOfFew}", $"/missions/{missionOfMany}"));
        await table.TryAsync("saving into a mission of 100,000", "", async () => (await SaveAsync([visitorOfMany], await FormsAsync(many, visitorOfMany, missionOfMany), times / 2)).ToString());

        async Task<string> InTurnsAsync(string addressOfFew, string addressOfMany)
        {
            await WarmAsync(visitorOfFew, addressOfFew, times);
            await WarmAsync(visitorOfMany, addressOfMany, times);
            var (ofFew, ofMany) = (new List<double>(), new List<double>());
            for (var time = 0; time < times; time++)
            {
                ofFew.Add((await visitorOfFew.TimeAsync(addressOfFew)).Milliseconds);
                ofMany.Add((await visitorOfMany.TimeAsync(addressOfMany)).Milliseconds);
            }

            var (fewer, more) = (new Figures(ofFew), new Figures(ofMany));
            return string.Create(CultureInfo.InvariantCulture, $"{more.Median / fewer.Median:0.00} × (median {fewer.Median:0.00} ms and {more.Median:0.00} ms)");
        }
    }

    /// <summary>Each visitor sends forms one after the other, all visitors at once; only the sending is timed.</summary>
    private static async Task<Figures> SaveAsync(IReadOnlyList<Visitor> visitors, ConsultationForms forms, int times)
    {
        var saved = new ConcurrentBag<double>();
        var warm = times / 2 / visitors.Count;
        await Task.WhenAll(visitors.Select(async visitor =>
        {
            for (var time = -warm; time < times / visitors.Count; time++)
            {
                var milliseconds = await forms.SendAsync(visitor);
                if (time >= 0)
                {
                    saved.Add(milliseconds);
                }
            }
        }));
        return new Figures(saved);
    }

    private static async Task WarmAsync(Visitor visitor, string address, int times)
    {
        for (var time = 0; time < times / 2; time++)
        {
            await visitor.TimeAsync(address);
        }
    }

    private static async Task<ConsultationForms> FormsAsync(FilledDatabase database, Visitor visitor, long mission)
    {
        await using var db = database.Open();
        return await ConsultationForms.OfAsync(db, visitor, mission);
    }

    private static async Task<long> LatestMissionAsync(FilledDatabase database)
    {
        await using var db = database.Open();
        return await db.Missions.Where(mission => mission.Status == MissionStatus.Underway).OrderByDescending(mission => mission.StartsOn).Select(mission => mission.Id).FirstAsync();
    }
}
