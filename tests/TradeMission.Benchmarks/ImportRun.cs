using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security;
using System.Text;
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
        await using var portal = await ServedPortal.StartAsync(database.File);
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
        await using var db = database.Open();
        table.Add("stored totals that differ from the records afterwards", "0", (await new TotalsCheck(db).FindAsync()).Count.ToString(CultureInfo.InvariantCulture));
        table.Print(Console.Out);
        return table.IsWhole ? 0 : 1;
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

    private static MultipartFormDataContent Form(Dictionary<string, string> fields, byte[] file)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "File", "consultations.xlsx");
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
        return (mission, Workbook(lines.Prepend(["날짜", "시각", "참가기업", "바이어", "방문지", "상담액(천불)", "계약추진액(천불)", "상담 결과", "다음 조치", "비고"])));
    }

    private static byte[] Workbook(IEnumerable<object[]> rows)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            Add("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"상담\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            var sheet = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
            foreach (var row in rows)
            {
                sheet.Append("<row>");
                foreach (var cell in row)
                {
                    sheet.Append(cell is string text ? $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>" : string.Create(CultureInfo.InvariantCulture, $"<c><v>{cell}</v></c>"));
                }

                sheet.Append("</row>");
            }

            Add("xl/worksheets/sheet1.xml", sheet.Append("</sheetData></worksheet>").ToString());

            void Add(string name, string content)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
