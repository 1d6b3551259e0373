using System.Text;
using CsCheck;
using TradeMission.Web.Infrastructure.Files;
using TradeMission.Web.Infrastructure.Spreadsheets;
using TradeMission.Web.Tests.Files;

namespace TradeMission.Web.Tests.Spreadsheets;

public sealed class SheetReaderTests
{
    private const string Styles = """
        <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;"/><numFmt numFmtId="165" formatCode="[Red]#,##0&quot;day&quot;"/></numFmts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
        """;

    [Fact]
    public async Task Workbook_CellsOfEveryKind_AreRead()
    {
        var reading = await ReadAsync(MadeWorkbook.Of(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
            <row r="2"><c r="A2" s="1"/></row>
            <row r="4"><c r="A4"><v>600000</v></c><c r="B4"><v>0.30000000000000004</v></c><c r="C4"><v>1.5E6</v></c><c r="D4" t="b"><v>1</v></c><c r="E4" t="e"><v>#N/A</v></c></row>
            <row><c t="inlineStr"><is><t>a</t><rPh><t>x</t></rPh></is></c><c s="1"><v>46329</v></c><c s="2"><v>46329.5</v></c><c s="3"><v>46329</v></c><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c><f>1+1</f><v>3</v></c></row>
            """,
            "<si><t>회사</t></si><si><r><t>바이</t></r><r><t>어</t></r></si>", Styles));

        Assert.True(reading.IsRead, reading.Refusal?.Message);
        Assert.Equal("상담", reading.Sheet);
        Assert.Equal([1, 4, 5], reading.Rows.Select(row => row.Number));
        Assert.Equal(["회사", "", "바이어"], reading.Rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(["600000", "0.3", "1500000", "TRUE", "#N/A"], reading.Rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal([600_000m, 0.3m, 1_500_000m, null, null], reading.Rows[1].Cells.Select(cell => cell.Number));
        Assert.Equal(["a", "2026-11-03", "2026-11-03 12:00:00", "46329", "ab", "3"], reading.Rows[2].Cells.Select(cell => cell.Text));
        Assert.Equal([null, new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 3), null, null, null], reading.Rows[2].Cells.Select(cell => cell.Date));
        Assert.Equal("", reading.Rows[2][100].Text);
    }

    [Fact]
    public async Task Workbook_FirstSheetThatIsSeen_IsRead()
    {
        var reading = await ReadAsync(MadeWorkbook.Of("<row r=\"1\"><c><v>1</v></c></row>",
            sheets: "<sheet name=\"숨김\" sheetId=\"2\" state=\"hidden\" r:id=\"s0\"/><sheet name=\"보임\" sheetId=\"1\" r:id=\"s1\"/>"));

        Assert.Equal("보임", reading.Sheet);
        Assert.Single(reading.Rows);
    }

    [Fact]
    public async Task Workbook_DaysFrom1904_AreThoseDays() => Assert.Equal(new DateOnly(2026, 11, 3),
        (await ReadAsync(MadeWorkbook.Of("<row r=\"1\"><c s=\"1\"><v>44867</v></c></row>", styles: Styles, properties: "<workbookPr date1904=\"1\"/>"))).Rows[0][0].Date);

    [Fact]
    public async Task Workbook_TooMuch_IsRefusedByItsPlace()
    {
        await RefusedAsync("Sheets.TooManyColumns", MadeWorkbook.Of("<row r=\"3\"><c r=\"GS3\"><v>1</v></c></row>"), "상담", 3, "GS", 200);
        await RefusedAsync("Sheets.TooManyColumns", MadeWorkbook.Of("<row r=\"1\">" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 10_000)) + "</row>"), "상담", 1, "GS", 200);
        await RefusedAsync("Sheets.TooManyRows", MadeWorkbook.Of(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 10_002))), "상담", 10_002, 10_000);
        await RefusedAsync("Sheets.CellTooLong", MadeWorkbook.Of($"<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>{new string('a', 4_001)}</t></is></c></row>"), "상담", 2, "B", 4_000);
        await RefusedAsync("Sheets.ControlCharacter", MadeWorkbook.Of("<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>a_x0007_b</t></is></c></row>"), "상담", 2, "B", null);
        await RefusedAsync("Sheets.TooManySheets", MadeWorkbook.Of("", sheets: string.Concat(Enumerable.Range(1, 51).Select(id => $"<sheet name=\"{id}\" sheetId=\"{id}\" r:id=\"s1\"/>"))), 50);
    }

    /// <summary>Formatted cells without content, down to the last row and column of Excel, are nothing.</summary>
    [Fact]
    public async Task Workbook_EmptyCells_DoNotCount()
    {
        var reading = await ReadAsync(MadeWorkbook.Of("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>" + string.Concat(Enumerable.Range(2, 20_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"/></row>"))));

        Assert.True(reading.IsRead);
        Assert.Single(Assert.Single(reading.Rows).Cells);
    }

    [Fact]
    public async Task Workbook_JustNotTooMuch_IsRead() =>
        Assert.Equal(10_001, (await ReadAsync(MadeWorkbook.Of(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 10_001))))).Rows.Count);

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c")]
    [InlineData("<row r=\"1\"><c t=\"inlineStr\"><is><t>&#1;</t></is></c></row>")]
    public async Task Workbook_ThatContradictsItself_IsDamaged(string rows) => await RefusedAsync("Files.Damaged", MadeWorkbook.Of(rows));

    /// <summary>A hundred megabytes of rows in a file of less than a megabyte.</summary>
    [Fact]
    public async Task Bomb_InTheClothesOfAWorkbook_IsRefusedUnopened()
    {
        var row = string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 1_000));
        var content = MadeWorkbook.Of(writer =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                writer.Write(row);
            }
        });
        Assert.InRange(content.Length, 1, 2_000_000);

        await RefusedAsync("Files.Bomb", content);
    }

    [Fact]
    public async Task OtherFiles_AreRefused()
    {
        await RefusedAsync("Files.Lies", MadeFiles.Png);
        await RefusedAsync("Files.Macros", MadeFiles.Office(MadeFiles.ExcelWithMacros));
        await RefusedAsync("Files.Encrypted", MadeFiles.Compound("EncryptionInfo", "EncryptedPackage"));
        await RefusedAsync("Files.Lies", MadeFiles.Xls());
        await RefusedAsync("Files.IsNot", "a,b"u8.ToArray());
        await RefusedAsync("Files.Empty", []);
        Assert.Equal("Sheets.Legacy", (await ReadAsync(MadeFiles.Xls(), "a.xls")).Refusal?.Key);
        Assert.Equal("Sheets.NoSheet", (await ReadAsync(MadeFiles.Pdf, "a.pdf")).Refusal?.Key);
        Assert.Equal("Files.NotAllowed", (await ReadAsync("MZ"u8.ToArray(), "a.exe")).Refusal?.Key);
        Assert.Equal("Files.Lies", (await ReadAsync(MadeFiles.Png, "a.csv")).Refusal?.Key);
    }

    [Theory]
    [InlineData("회사,상담액\n한빛,\"600,000\"\n", "회사|상담액", "한빛|600,000")]
    [InlineData("회사;상담액\r\n한빛;600,000\r\n", "회사|상담액", "한빛|600,000")]
    [InlineData("회사\t상담액\n한빛, 주식회사\t600,000", "회사|상담액", "한빛, 주식회사|600,000")]
    [InlineData("\"회사, 이름\";b\n1;2", "회사, 이름|b", "1|2")]
    [InlineData("회사\n\n\n\"두\n줄\"", "회사", "두\n줄")]
    [InlineData("a,b\n\"x\"\"y\",\n", "a|b", "x\"y")]
    [InlineData("a\r\n=1+1", "a", "=1+1")]
    public async Task Text_IsReadInEveryEncoding(string text, string head, string row)
    {
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, CodePagesEncodingProvider.Instance.GetEncoding(949)!];
        foreach (var encoding in encodings)
        {
            var reading = await ReadAsync([.. encoding.CodePage == 949 ? [] : encoding.GetPreamble(), .. encoding.GetBytes(text)], "");

            Assert.True(reading.IsRead, reading.Refusal?.Message);
            Assert.Equal([head, row], reading.Rows.Select(line => string.Join('|', line.Cells.Select(cell => cell.Text))));
        }
    }

    [Fact]
    public async Task Text_Rows_AreCountedAsTheSpreadsheetCounts() => Assert.Equal([1, 4], (await ReadAsync("a\n\n\nb"u8.ToArray(), "a.csv")).Rows.Select(row => row.Number));

    [Fact]
    public async Task Text_TooMuch_IsRefusedByItsPlace()
    {
        Assert.Equal(["a.csv", 2, "NTP", 200], (await TextAsync("a\n" + new string(',', 9_999) + "x", "Sheets.TooManyColumns")).Arguments);
        Assert.Equal(["a.csv", 10_002, 10_000], (await TextAsync(string.Concat(Enumerable.Repeat("a\n", 20_000)), "Sheets.TooManyRows")).Arguments);
        Assert.Equal(2, (await TextAsync("a\n\"" + new string('x', 5_000), "Sheets.CellTooLong")).Arguments[1]);
        Assert.Equal(["a.csv", 2, "B", null], (await TextAsync("a,b\n1,x\u0007y", "Sheets.ControlCharacter")).Arguments);
        Assert.Equal(["a.csv", 1, "A", null], (await TextAsync("a\0b", "Sheets.ControlCharacter")).Arguments);
        Assert.Equal([8], (await TextAsync(new string('a', (8 * 1024 * 1024) + 1), "Sheets.TextTooLarge")).Arguments);
    }

    [Theory]
    [InlineData("회사,바이어\n한빛", 1)]
    [InlineData("회사,바이어\n한빛", 2)]
    public async Task Text_HalfACharacter_IsRefused(string text, int cut)
    {
        var bytes = Encoding.UTF8.GetBytes(text)[..^cut];

        var reading = await ReadAsync(bytes, "a.csv");

        Assert.Equal("Sheets.Unreadable", reading.Refusal?.Key);
        Assert.Equal(["a.csv", 2], reading.Refusal!.Arguments);
        Assert.Equal("Sheets.Unreadable", (await ReadAsync([0xEF, 0xBB, 0xBF, (byte)'a', 0xEA, 0xB0], "a.csv")).Refusal?.Key);
        Assert.Equal(["a.csv", 2], (await ReadAsync([.. "a\n"u8, 0xFF, 0xFF, .. "\nb"u8], "a.csv")).Refusal!.Arguments);
    }

    [Fact]
    public void Anything_IsAnsweredAndNeverThrows()
    {
        var workbook = MadeWorkbook.Of("<row r=\"1\"><c><v>1</v></c></row>", "<si><t>a</t></si>", Styles);
        Gen.Select(Gen.Bool, Gen.Byte.Array[0, 300], Gen.Select(Gen.Int[0, workbook.Length - 1], Gen.Byte).Array[1, 6]).Sample((isWorkbook, text, breaks) =>
        {
            var content = isWorkbook ? (byte[])workbook.Clone() : text;
            foreach (var (at, value) in breaks.Where(_ => isWorkbook))
            {
                content[at] = value;
            }

            return ReadAsync(content, isWorkbook ? "a.xlsx" : "").GetAwaiter().GetResult() is var reading && (reading.IsRead || reading.Rows.Count == 0) && reading.Refusal?.Message is not "";
        }, iter: 2_000);
    }

    private static async Task<FileRefusal> TextAsync(string text, string key)
    {
        var refusal = (await ReadAsync(Encoding.UTF8.GetBytes(text), "a.csv")).Refusal!;
        Assert.Equal(key, refusal.Key);
        return refusal;
    }

    private static async Task RefusedAsync(string key, byte[] content, params object?[] arguments)
    {
        var refusal = (await ReadAsync(content)).Refusal;
        Assert.Equal(key, refusal?.Key);
        Assert.NotEmpty(refusal!.Message);
        if (arguments.Length > 0)
        {
            Assert.Equal(arguments, refusal.Arguments);
        }
    }

    private static async Task<SheetReading> ReadAsync(byte[] content, string name = "a.xlsx")
    {
        using var stream = new MemoryStream(content);
        return await SheetReader.ReadAsync(stream, name, SheetLimits.Usual, CancellationToken.None);
    }
}
