using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace TradeMission.Web.Infrastructure.Exports;

/// <summary>
/// A spreadsheet of one sheet, written part by part into the answer (ISO/IEC 29500-1, SpreadsheetML). By hand, since the libraries need a file to go back in, or write
/// money as binary fractions. The book, which names the sheet, comes last: a file that was cut short by a fault has a sheet that says so in its name and its last row; one
/// whose writer was killed has neither a book nor a table of contents and does not open.
/// </summary>
internal sealed class XlsxExportWriter(Stream stream, string title, IReadOnlyList<int> widths) : IExportWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int LinesOfASheet = 1_048_576;
    private const int TextOfACell = 32_767;
    private const int Batch = 32 * 1024;

    private readonly WaitingStream answer = new(stream);
    private ZipArchive? zip;
    private Stream? sheet;
    private XmlWriter? xml;
    private int line;

    /// <summary>One line is the head, one stays free for the warning.</summary>
    public int MostRows => LinesOfASheet - 2;

    public async Task BeginAsync(IReadOnlyList<string> headings, CancellationToken cancellation)
    {
        zip = new ZipArchive(answer, ZipArchiveMode.Create, leaveOpen: true);
        Add("[Content_Types].xml", XlsxParts.ContentTypes);
        Add("_rels/.rels", XlsxParts.Relationships);
        Add("xl/styles.xml", XlsxParts.Styles);
        sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        xml = XmlWriter.Create(sheet, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None });
        WriteStart(xml);
        await WriteLineAsync(headings, XlsxParts.Head, cancellation);
    }

    public Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellation) => WriteLineAsync(cells, null, cancellation);

    public async Task EndAsync(string? warning, CancellationToken cancellation)
    {
        if (warning is not null)
        {
            await WriteLineAsync([warning], XlsxParts.Head, cancellation);
        }

        xml!.WriteEndDocument();
        xml.Dispose();
        sheet!.Dispose();
        Add("xl/workbook.xml", XlsxParts.Book(XlsxText.SheetName(warning is null ? title : Texts.Get("Exports.IncompleteSheet", title))));
        Add("xl/_rels/workbook.xml.rels", XlsxParts.BookRelationships);
        zip!.Dispose();
        await answer.SendAsync(cancellation);
    }

    /// <summary>Ends nothing that <see cref="EndAsync"/> has not: a table of contents would make a broken file look whole.</summary>
    public ValueTask DisposeAsync() => answer.DisposeAsync();

    private void WriteStart(XmlWriter to)
    {
        to.WriteStartDocument(true);
        to.WriteStartElement("worksheet", Main);
        to.WriteRaw("<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        to.WriteStartElement("cols", Main);
        for (var column = 0; column < widths.Count; column++)
        {
            to.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{column + 1}\" max=\"{column + 1}\" width=\"{widths[column]}\" customWidth=\"1\"/>"));
        }

        to.WriteEndElement();
        to.WriteStartElement("sheetData", Main);
    }

    private async Task WriteLineAsync(IReadOnlyList<object?> cells, string? style, CancellationToken cancellation)
    {
        line++;
        xml!.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", line.ToString(CultureInfo.InvariantCulture));
        for (var column = 0; column < cells.Count; column++)
        {
            WriteCell(column, cells[column], style);
        }

        xml.WriteEndElement();
        if (answer.Length > Batch)
        {
            await answer.SendAsync(cancellation);
        }
    }

    private void WriteCell(int column, object? cell, string? style)
    {
        switch (cell)
        {
            case null or "":
                break;
            case string text:
                WriteText(column, text, style ?? XlsxParts.Text);
                break;
            case int number:
                WriteNumber(column, number.ToString(CultureInfo.InvariantCulture), XlsxParts.Whole);
                break;
            case long number:
                WriteNumber(column, number.ToString(CultureInfo.InvariantCulture), XlsxParts.Plain);
                break;
            case decimal number:
                WriteNumber(column, number.ToString("0.############", CultureInfo.InvariantCulture), XlsxParts.StyleOf(number));
                break;
            case DateOnly day when XlsxText.Serial(day) is { } serial:
                WriteNumber(column, serial.ToString(CultureInfo.InvariantCulture), XlsxParts.Day);
                break;
            case DateOnly day:
                WriteText(column, Show.Iso(day), XlsxParts.Text);
                break;
            case TimeOnly time:
                WriteNumber(column, XlsxText.Serial(time).ToString(CultureInfo.InvariantCulture), XlsxParts.Time);
                break;
            case DateTime moment:
                WriteNumber(column, XlsxText.Serial(moment).ToString(CultureInfo.InvariantCulture), XlsxParts.Moment);
                break;
            default:
                throw new NotSupportedException($"{cell.GetType()} is no cell.");
        }
    }

    /// <summary>Text in the cell itself: it is never a formula, whatever it starts with.</summary>
    private void WriteText(int column, string text, string style)
    {
        StartCell(column, style);
        xml!.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XlsxText.Written(text.Length <= TextOfACell ? text : text[..(TextOfACell - 1)] + "…"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteNumber(int column, string number, string style)
    {
        StartCell(column, style);
        xml!.WriteElementString("v", Main, number);
        xml.WriteEndElement();
    }

    private void StartCell(int column, string style)
    {
        xml!.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", XlsxText.ColumnName(column) + line.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("s", style);
    }

    private void Add(string name, string content)
    {
        using var part = zip!.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
