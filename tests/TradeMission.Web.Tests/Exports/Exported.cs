using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsvHelper;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Tests.Exports;

/// <summary>A file as whoever opens it sees it: headings and cells, as text.</summary>
/// <param name="Name">Of the sheet; null for CSV.</param>
public sealed record Exported(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, string? Name = null)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The column's cells, from top to bottom.</summary>
    public IReadOnlyList<string> Column(string heading) => [.. Rows.Select(row => row[PlaceOf(heading)])];

    /// <summary>The row whose first cell is this.</summary>
    public IReadOnlyDictionary<string, string> Row(string first)
    {
        var row = Assert.Single(Rows, row => row[0] == first);
        return Headings.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second);
    }

    public static Exported Csv(byte[] bytes)
    {
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var text = new UTF8Encoding(false, true).GetString(bytes, 3, bytes.Length - 3);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false });
        var lines = new List<IReadOnlyList<string>>();
        while (csv.Read())
        {
            lines.Add([.. csv.Current.ToArray().Select(FormulaText.Restored)]);
        }

        Assert.All(lines, line => Assert.Equal(lines[0].Count, line.Count));
        return new Exported(lines[0], lines[1..]);
    }

    /// <summary>Days as 2026-11-04, and no cell a formula.</summary>
    public static Exported Xlsx(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var sheet = Part(zip, "xl/worksheets/sheet1.xml");
        var styles = Part(zip, "xl/styles.xml").Descendants(Main + "cellXfs").Single().Elements().Select(style => (int)style.Attribute("numFmtId")!).ToList();
        Assert.Empty(sheet.Descendants(Main + "f"));
        var lines = sheet.Descendants(Main + "row").Select(row => row.Elements().ToDictionary(cell => PlaceOf((string)cell.Attribute("r")!, (string)row.Attribute("r")!), cell => TextOf(cell, styles))).ToList();
        var columns = lines[0].Count;
        var rows = lines.Select(IReadOnlyList<string> (line) => [.. Enumerable.Range(0, columns).Select(column => line.GetValueOrDefault(column, ""))]).ToList();
        return new Exported(rows[0], rows[1..], (string)Part(zip, "xl/workbook.xml").Descendants(Main + "sheet").Single().Attribute("name")!);
    }

    private int PlaceOf(string heading)
    {
        var place = Headings.ToList().IndexOf(heading);
        return place >= 0 ? place : throw new InvalidOperationException($"No {heading} among {string.Join(", ", Headings)}");
    }

    private static int PlaceOf(string cell, string row)
    {
        Assert.EndsWith(row, cell, StringComparison.Ordinal);
        return cell[..^row.Length].Aggregate(0, (place, letter) => (place * 26) + letter - 'A' + 1) - 1;
    }

    private static string TextOf(XElement cell, List<int> styles)
    {
        if ((string?)cell.Attribute("t") == "inlineStr")
        {
            return Unescaped(cell.Element(Main + "is")!.Value);
        }

        var number = cell.Element(Main + "v")!.Value;
        return styles[(int)cell.Attribute("s")!] switch
        {
            164 => DateTime.FromOADate(double.Parse(number, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            165 => DateTime.FromOADate(double.Parse(number, CultureInfo.InvariantCulture)).ToString("HH:mm", CultureInfo.InvariantCulture),
            166 => DateTime.FromOADate(double.Parse(number, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            _ => number,
        };
    }

    private static string Unescaped(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "_x([0-9A-F]{4})_", match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private static XDocument Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }
}
