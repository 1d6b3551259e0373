using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;

namespace TradeMission.Benchmarks;

/// <summary>A spreadsheet of thousands of consultations sent, looked at, confirmed and undone, as an officer does it; the portal's memory is looked at all the time.</summary>
internal static class ImportRun
{
    private const int Known = 100_000;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var folder = Path.GetFullPath(arguments.Text("data", Path.Combine(Path.GetTempPath(), "trademission-benchmarks")));
        var rows = arguments.Number("rows", 10_000);
        var table = new ResultTable();
        var database = await (await FilledDatabase.MakeAsync(folder, Known, Known / 2_000)).CopyAsync();
        var (mission, file) = await FileAsync(database, rows);
        await using var portal = await ServedPortal.StartAsync(database.File, arguments.Folder("published"));
        using var visitor = (await Visitor.SignInAsync(portal.Address, FilledDatabase.Officer, FilledDatabase.Password))[0];
        var page = $"/missions/{mission}/consultations/import";
        for (var warm = 0; warm < 20; warm++)
        {
            await visitor.TimeAsync(page);
        }

        var idle = portal.MemoryMegabytes;
        using var watching = new CancellationTokenSource();
        var peak = PeakAsync(portal, watching.Token);
        string? draft = null, import = null;
        var (preview, commit) = (0.0, 0.0);
        await table.TryAsync($"preview of {rows:#,0} rows ({file.Length / 1024:#,0} KB XLSX)", "", async () =>
        {
            var (status, text, read, location) = await visitor.PostAsync(page, Form(await visitor.FormAsync(page, page), file));
            draft = status == HttpStatusCode.Redirect ? location! : throw new InvalidOperationException($"{(int)status} {text}");
            var (shown, _) = await visitor.TimeAsync(draft);
            preview = read + shown;
            return string.Create(CultureInfo.InvariantCulture, $"{preview:#,0} ms ({read:#,0} ms to read, {shown:#,0} ms to check and show)");
        });
        if (draft is null)
        {
            table.Print(Console.Out);
            return 1;
        }

        await table.TryAsync("commit", "≤ 10 s with the preview", async () =>
        {
            var (status, text, milliseconds) = await visitor.PostAsync($"{draft}/confirmation", await visitor.FormAsync(draft, $"{draft}/confirmation"));
            (commit, import) = status == HttpStatusCode.Redirect ? (milliseconds, await LastAsync(database)) : throw new InvalidOperationException($"{(int)status} {text}");
            return string.Create(CultureInfo.InvariantCulture, $"{commit:#,0} ms; together **{(preview + commit) / 1000:0.0} s**");
        });
        if (import is not null)
        {
            await table.TryAsync("undo", "", async () =>
            {
                var (status, text, milliseconds) = await visitor.PostAsync($"{import}/undo", await visitor.FormAsync(import, $"{import}/undo"));
                return status == HttpStatusCode.Redirect ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds:#,0} ms") : throw new InvalidOperationException($"{(int)status} {text}");
            });
        }

        await watching.CancelAsync();
        var above = await peak - idle;
        table.Add("memory above idle, at its highest", "≤ 300 MB", string.Create(CultureInfo.InvariantCulture, $"{above} MB (idle {idle} MB)"));
        await RefuseAsync(table, portal, visitor, page);
        await using var db = database.Open();
        table.Add("stored totals that differ from the records afterwards", "0", (await new TotalsCheck(db).FindAsync()).Count.ToString(CultureInfo.InvariantCulture));
        table.Print(Console.Out);
        return table.IsWhole ? 0 : 1;
    }

    /// <summary>What Bad input and worse may look like, each sent three times.</summary>
    private static async Task RefuseAsync(ResultTable table, ServedPortal portal, Visitor visitor, string page)
    {
        (string What, string Name, byte[] File)[] bad =
        [
            ("300 MB packed into a workbook", "bomb.xlsx", Workbooks.Bomb(300 << 20)),
            ("10,000 columns", "wide.xlsx", Workbooks.Of([[.. Enumerable.Range(0, 10_000).Cast<object>()]])),
            ("50,000 rows", "long.xlsx", Workbooks.Of(Enumerable.Range(0, 50_000).Select(row => new object[] { row, "x", "y" }))),
            ("19 MB that are no workbook", "picture.xlsx", [.. "\u0089PNG\r\n"u8, .. new byte[19 << 20]]),
            ("19 MB of text", "long.csv", [.. Enumerable.Repeat((byte)'a', 19 << 20)]),
            ("7 MB of one cell", "cell.csv", [.. Enumerable.Repeat((byte)'a', 7 << 20)]),
        ];
        var before = portal.MemoryMegabytes;
        using var watching = new CancellationTokenSource();
        var peak = PeakAsync(portal, watching.Token);
        await table.TryAsync("the slowest refusal of a file that is none", "≤ 2 s", () => SlowestAsync(visitor, page, bad));
        await watching.CancelAsync();
        var above = await peak - before;
        table.Add("memory above what it was before them, at its highest", "flat", string.Create(CultureInfo.InvariantCulture, $"{above} MB (before {before} MB)"));
    }

    private static async Task<string> SlowestAsync(Visitor visitor, string page, (string What, string Name, byte[] File)[] bad)
    {
        var slowest = (What: "", Milliseconds: 0.0);
        for (var time = 0; time < 3; time++)
        {
            foreach (var (what, name, file) in bad)
            {
                var (status, _, milliseconds, _) = await visitor.PostAsync(page, Form(await visitor.FormAsync(page, page), file, name));
                slowest = status is HttpStatusCode.Redirect or >= HttpStatusCode.InternalServerError ? throw new InvalidOperationException($"{what}: {(int)status}") : milliseconds > slowest.Milliseconds ? (what, milliseconds) : slowest;
            }

            using var endless = new EndlessContent(2L << 30);
            var (answer, _, took, _) = await visitor.PostAsync(page, endless, asksFirst: true);
            slowest = answer != HttpStatusCode.RequestEntityTooLarge ? throw new InvalidOperationException($"2 GB: {(int)answer}") : took > slowest.Milliseconds ? ("2 GB", took) : slowest;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{slowest.Milliseconds:#,0} ms ({slowest.What}), of {bad.Length + 1} kinds, three times each");
    }

    private static async Task<long> PeakAsync(ServedPortal portal, CancellationToken until)
    {
        var highest = 0L;
        while (!until.IsCancellationRequested)
        {
            highest = Math.Max(highest, portal.MemoryMegabytes);
            await Task.Delay(50, CancellationToken.None);
        }

        return highest;
    }

    private static MultipartFormDataContent Form(Dictionary<string, string> fields, byte[] file, string fileName = "consultations.xlsx")
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "File", fileName);
        return form;
    }

    private static async Task<string> LastAsync(FilledDatabase database)
    {
        await using var db = database.Open();
        return $"/imports/{await db.Imports.MaxAsync(import => import.Id)}";
    }

    /// <summary>Companies and days of the latest mission; every other buyer is in the register, every other new. No meeting comes twice.</summary>
    private static async Task<(long Mission, byte[] File)> FileAsync(FilledDatabase database, int rows)
    {
        await using var db = database.Open();
        var mission = await db.Missions.Where(mission => mission.Status == MissionStatus.Underway).OrderByDescending(mission => mission.StartsOn).Select(mission => mission.Id).FirstAsync();
        var companies = await db.Participations.Where(participation => participation.MissionId == mission && participation.Status == ParticipationStatus.Selected)
            .Select(participation => participation.Company.RegistrationNumber ?? participation.Company.NameKo).Distinct().ToListAsync();
        var stops = await db.Stops.Where(stop => stop.MissionId == mission).Select(stop => new { stop.CityKo, stop.StartsOn }).ToListAsync();
        var buyers = (await db.Buyers.Where(buyer => buyer.Credit != Domain.Buyers.Credit.Blocked && !db.Consultations.Any(met => met.MissionId == mission && met.BuyerId == buyer.Id)).ToListAsync())
            .GroupBy(buyer => buyer.Name).Where(same => same.Count() == 1).Select(same => same.Key).ToList();
        var lines = Enumerable.Range(0, rows).Select(row =>
        {
            var stop = stops[row % stops.Count];
            var buyer = row % 2 == 0 && buyers.Count > row / 2 ? buyers[row / 2] : FormattableString.Invariant($"Benchmark Trading {row / 4}");
            return new object[] { stop.StartsOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "10:30", companies[row % companies.Count], buyer, stop.CityKo, 10 + (row % 90), row % 10 == 0 ? "3" : "", "협력 가능", "견본 발송", "견본과 가격표를 요청함." };
        });
        return (mission, Workbooks.Of(lines.Prepend(["날짜", "시각", "참가기업", "바이어", "방문지", "상담액(천불)", "계약추진액(천불)", "상담 결과", "다음 조치", "비고"])));
    }
}
