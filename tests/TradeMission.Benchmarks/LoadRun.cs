using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TradeMission.Benchmarks;

/// <summary>A bounded load on a portal that is running somewhere: so many requests by so many readers, and no more.</summary>
internal static partial class LoadRun
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var address = new Uri(arguments.Text("url", "http://localhost:5080"));
        var clients = arguments.Number("clients", 8);
        var requests = arguments.Number("requests", 2_000);
        var visitors = await Visitor.SignInAsync(address, arguments.Text("user", FilledDatabase.Officer), arguments.Text("password", FilledDatabase.Password), clients - 1);
        var mission = Mission().Match(await visitors[0].TextAsync("/missions")).Groups[1].Value;
        string[] pages = ["/missions", $"/missions/{mission}", $"/missions/{mission}/totals.json", "/consultations", $"/missions/{mission}/consultations", "/companies", "/buyers"];

        var times = pages.ToDictionary(page => page, _ => new ConcurrentBag<double>());
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(visitors.Select(async visitor =>
        {
            for (var number = Interlocked.Increment(ref next); number < requests; number = Interlocked.Increment(ref next))
            {
                var page = pages[number % pages.Length];
                times[page].Add((await visitor.TimeAsync(page)).Milliseconds);
            }
        }));

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{requests} requests by {clients} readers in {clock.Elapsed.TotalSeconds:0.0} s: {requests / clock.Elapsed.TotalSeconds:0} a second"));
        foreach (var page in pages.Where(page => !times[page].IsEmpty))
        {
            Console.WriteLine($"{page}: {new Figures(times[page])}");
        }

        return 0;
    }

    [GeneratedRegex("href=\"/missions/(\\d+)\"")]
    private static partial Regex Mission();
}
