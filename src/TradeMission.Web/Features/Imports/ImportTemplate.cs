using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Imports;

/// <summary>An empty spreadsheet with the right head, whose cells offer what may be chosen; the choices stand on a sheet of their own, out of sight.</summary>
internal static class ImportTemplate
{
    private const int OfferedRows = 10_001;

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Write(ImportTarget target, IReadOnlyDictionary<string, IReadOnlyList<string>> offered)
    {
        var columns = ImportColumns.Of(target.Kind);
        var lists = columns.Select(column => offered.GetValueOrDefault(column.Name) ?? []).ToList();
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", XlsxParts.ContentTypes.Replace(
                "<Override PartName=\"/xl/styles.xml\"", "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\"", StringComparison.Ordinal));
            Add(zip, "_rels/.rels", XlsxParts.Relationships);
            Add(zip, "xl/styles.xml", XlsxParts.Styles);
            Add(zip, "xl/workbook.xml", Book(Texts.Of(target.Kind)));
            Add(zip, "xl/_rels/workbook.xml.rels", XlsxParts.BookRelationships.Replace(
                "</Relationships>", "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>", StringComparison.Ordinal));
            Add(zip, "xl/worksheets/sheet1.xml", Table(columns, lists, target));
            Add(zip, "xl/worksheets/sheet2.xml", Lists(lists));
        }

        return bytes.ToArray();
    }

    private static string Book(string name) => new XElement(Main + "workbook", new XAttribute(XNamespace.Xmlns + "r", Relation), new XElement(Main + "sheets",
        new XElement(Main + "sheet", new XAttribute("name", XlsxText.SheetName(name)), new XAttribute("sheetId", 1), new XAttribute(Relation + "id", "rId1")),
        new XElement(Main + "sheet", new XAttribute("name", "lists"), new XAttribute("sheetId", 2), new XAttribute("state", "hidden"), new XAttribute(Relation + "id", "rId3")))).ToString(SaveOptions.DisableFormatting);

    private static string Table(IReadOnlyList<ImportColumn> columns, IReadOnlyList<IReadOnlyList<string>> lists, ImportTarget target)
    {
        var unit = Unit.Of(null, target.BaseCurrency);
        return new XElement(
            Main + "worksheet",
            new XElement(Main + "sheetViews", new XElement(Main + "sheetView", new XAttribute("workbookViewId", 0),
                new XElement(Main + "pane", new XAttribute("ySplit", 1), new XAttribute("topLeftCell", "A2"), new XAttribute("activePane", "bottomLeft"), new XAttribute("state", "frozen")))),
            new XElement(Main + "cols", columns.Select((column, place) => new XElement(Main + "col", new XAttribute("min", place + 1), new XAttribute("max", place + 1), new XAttribute("width", column.Width), new XAttribute("style", StyleOf(column)), new XAttribute("customWidth", 1)))),
            new XElement(Main + "sheetData", Row(1, columns.Select(column => column.IsAmount ? $"{column.Heading}({unit.Label})" : column.Heading), XlsxParts.Head)),
            Validations(lists)).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>A warning, not a ban: whoever imports may know a company by another name.</summary>
    private static XElement? Validations(IReadOnlyList<IReadOnlyList<string>> lists)
    {
        var offered = lists.Select((list, place) => (list, Letters: XlsxText.ColumnName(place))).Where(column => column.list.Count > 0).ToList();
        return offered.Count == 0 ? null : new XElement(Main + "dataValidations", new XAttribute("count", offered.Count), offered.Select(column => new XElement(
            Main + "dataValidation", new XAttribute("type", "list"), new XAttribute("allowBlank", 1), new XAttribute("showErrorMessage", 1), new XAttribute("errorStyle", "warning"),
            new XAttribute("sqref", string.Create(CultureInfo.InvariantCulture, $"{column.Letters}2:{column.Letters}{OfferedRows}")),
            new XElement(Main + "formula1", string.Create(CultureInfo.InvariantCulture, $"lists!${column.Letters}$1:${column.Letters}${column.list.Count}")))));
    }

    private static string Lists(IReadOnlyList<IReadOnlyList<string>> lists) => new XElement(Main + "worksheet", new XElement(Main + "sheetData",
        Enumerable.Range(0, lists.Max(list => list.Count)).Select(line => Row(line + 1, lists.Select(list => list.ElementAtOrDefault(line) ?? ""), XlsxParts.Text)))).ToString(SaveOptions.DisableFormatting);

    private static XElement Row(int number, IEnumerable<string> cells, string style) => new(Main + "row", new XAttribute("r", number), cells.Select((text, place) => text.Length == 0 ? null : new XElement(
        Main + "c", new XAttribute("r", string.Create(CultureInfo.InvariantCulture, $"{XlsxText.ColumnName(place)}{number}")), new XAttribute("s", style), new XAttribute("t", "inlineStr"),
        new XElement(Main + "is", new XElement(Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), XlsxText.Written(text))))));

    /// <summary>Days as days, names as text: a registration number must not lose its first 0.</summary>
    private static string StyleOf(ImportColumn column) => column.Name switch
    {
        _ when column.IsAmount => XlsxParts.Plain,
        ImportColumns.HeldOn or ImportColumns.NextStepDueOn or ImportColumns.PursuedExpectedOn => XlsxParts.Day,
        ImportColumns.StartsAt => XlsxParts.Time,
        _ => XlsxParts.Text,
    };

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
