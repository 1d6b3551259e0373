using System.Globalization;
using System.Runtime.CompilerServices;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Exports;

public sealed class ExportFileTests
{
    private static readonly DateOnly Day = new(2026, 11, 4);

    /// <summary>What files, formulas and XML take for something else.</summary>
    private static readonly string[] Tricky =
        ["=", "+", "-", "@", "\t", "\r", "\n", "'", "\"", ",", " ", ";", "＝", "＠", "_x000D_", "한", "e\u0301", "\u1100\u1161", "𠀀", "<", "&", "\u0001", "\uFFFE", "a", "1"];

    /// <summary>Of those, and of any letters.</summary>
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Int[0, Tricky.Length - 1].Select(place => Tricky[place]).Array[0, 8].Select(string.Concat),
        Gen.String.Select(text => new string([.. text.Where(letter => !char.IsSurrogate(letter))])));

    [Fact]
    public void AnyText_ComesBackFromCsv() => AnyText.Array[1, 4].Sample(
        texts =>
        {
            var file = Exported.Csv(Write(ExportFormat.Csv, texts));
            Assert.Equal(texts, file.Rows.Select(row => row[1]));
        },
        iter: 2000,
        threads: 1);

    [Fact]
    public void AnyText_ComesBackFromXlsx() => AnyText.Array[1, 4].Sample(
        texts => Assert.Equal(texts, Exported.Xlsx(Write(ExportFormat.Xlsx, texts)).Rows.Select(row => row[1])), iter: 500, threads: 1);

    [Fact]
    public void AnyText_IsNoFormula() => AnyText.Sample(
        text => Assert.DoesNotMatch(@"\A\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]", FormulaText.Harmless(text)), iter: 5000);

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [InlineData("+82-31-228-0000", "'+82-31-228-0000")]
    [InlineData(" @SUM(A1)", "' @SUM(A1)")]
    [InlineData("'=1", "''=1")]
    [InlineData("'96년", "'96년")]
    [InlineData("알파-베타", "알파-베타")]
    [InlineData("", "")]
    public void Harmless_MarksWhatASpreadsheetWouldRun(string text, string cell)
    {
        Assert.Equal(cell, FormulaText.Harmless(text));
        Assert.Equal(text, FormulaText.Restored(cell));
    }

    [Theory]
    [InlineData("0.01")]
    [InlineData("-0.5")]
    [InlineData("999999999999.99")]
    [InlineData("1000000000000")]
    [InlineData("0.0000000001")]
    public void Decimals_AreExactInBoth(string amount)
    {
        object?[] cells = [decimal.Parse(amount, CultureInfo.InvariantCulture)];

        Assert.Equal(amount, Assert.Single(Exported.Csv(Write(ExportFormat.Csv, cells)).Rows)[1]);
        Assert.Equal(amount, Assert.Single(Exported.Xlsx(Write(ExportFormat.Xlsx, cells)).Rows)[1]);
    }

    [Fact]
    public void DaysAndTimes_AreIsoInCsvAndRealOnesInXlsx()
    {
        object?[] cells = [Day, new TimeOnly(10, 30), new DateTime(2026, 11, 4, 10, 0, 59), new DateOnly(1899, 5, 1), 7, 8L, null];
        string[] texts = ["2026-11-04", "10:30", "2026-11-04 10:00:59", "1899-05-01", "7", "8", ""];

        Assert.Equal(texts, Exported.Csv(Write(ExportFormat.Csv, cells)).Rows.Select(row => row[1]));
        Assert.Equal(texts, Exported.Xlsx(Write(ExportFormat.Xlsx, cells)).Rows.Select(row => row[1]));
    }

    [Fact]
    public async Task Csv_OfAQueryThatFailsMidway_SaysSoInItsLastLine()
    {
        var (bytes, fault) = await WriteAsync(ExportFormat.Csv, Failing(after: 3));

        var file = Exported.Csv(bytes);
        Assert.Null(fault);
        Assert.Equal(4, file.Rows.Count);
        Assert.Equal(["미완성 파일: 오류로 3건까지만 담겼습니다. 다시 내려받으십시오.", ""], file.Rows[^1]);
    }

    [Fact]
    public async Task Xlsx_OfAQueryThatFailsMidway_SaysSoInItsLastLineAndInTheSheetsName()
    {
        var (bytes, fault) = await WriteAsync(ExportFormat.Xlsx, Failing(after: 3));

        var file = Exported.Xlsx(bytes);
        Assert.Null(fault);
        Assert.Equal(4, file.Rows.Count);
        Assert.StartsWith("미완성 파일: 오류로 3건까지만", file.Rows[^1][0], StringComparison.Ordinal);
        Assert.Equal("미완성 시험", file.Name);
        Assert.Equal("시험", Exported.Xlsx(Write(ExportFormat.Xlsx, ["x"])).Name);
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    public async Task QueryThatFailsAtOnce_IsAnErrorAndNoFile(ExportFormat format)
    {
        var (bytes, fault) = await WriteAsync(format, Failing(after: 0));

        Assert.IsType<TimeoutException>(fault);
        Assert.Empty(bytes);
    }

    /// <summary>The portal was killed, or the line went dead: nobody is there to say so.</summary>
    [Fact]
    public async Task Xlsx_WhoseWriterIsGone_DoesNotOpen()
    {
        using var gone = new CancellationTokenSource();
        var (bytes, fault) = await WriteAsync(ExportFormat.Xlsx, Failing(after: 3, gone), gone: gone.Token);

        Assert.NotNull(fault);
        Assert.Throws<InvalidDataException>(() => Exported.Xlsx(bytes));
    }

    [Fact]
    public async Task Xlsx_OfMoreRowsThanASheetHolds_SaysSo()
    {
        var (bytes, fault) = await WriteAsync(ExportFormat.Xlsx, Many(1_048_575), columns: 0);

        Assert.Null(fault);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        var (piece, last) = (new char[4096], "");
        while (await reader.ReadBlockAsync(piece.AsMemory()) is > 0 and var read)
        {
            last = (last.Length > 4096 ? last[^4096..] : last) + new string(piece, 0, read);
        }

        Assert.Matches("<row r=\"1048576\">.*1,048,574건까지만 담을 수 있습니다. CSV로 내려받으십시오.", last);
    }

    private static byte[] Write(ExportFormat format, object?[] cells)
    {
        var (bytes, fault) = WriteAsync(format, cells.ToAsyncEnumerable()).GetAwaiter().GetResult();
        Assert.Null(fault);
        return bytes;
    }

    private static async Task<(byte[] Bytes, Exception? Fault)> WriteAsync(ExportFormat format, IAsyncEnumerable<object?> rows, int columns = 2, CancellationToken gone = default)
    {
        // The language of the one who asks, as the portal sets it for each request; not the machine's.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ko");
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestDatabase.Start)).AddSingleton<Office>().BuildServiceProvider();
        var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services, RequestAborted = gone, Response = { Body = body } };
        var sheet = new ExportSheet<object?>("시험", [.. new ExportColumn<object?>[] { new("행", _ => "1"), new("값", cell => cell) }.Take(columns)]);
        var fault = await Record.ExceptionAsync(() => new ExportFile<object?>(format, sheet, rows).ExecuteResultAsync(new ActionContext { HttpContext = http }));
        return (body.ToArray(), fault);
    }

    private static async IAsyncEnumerable<object?> Failing(int after, CancellationTokenSource? gone = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var row = 0; row < after; row++)
        {
            await Task.Yield();
            yield return "행";
        }

        await (gone?.CancelAsync() ?? Task.CompletedTask);
        cancellation.ThrowIfCancellationRequested();
        throw new TimeoutException("The server is gone.");
    }

    private static async IAsyncEnumerable<object?> Many(int rows)
    {
        await Task.Yield();
        for (var row = 0; row < rows; row++)
        {
            yield return null;
        }
    }
}
