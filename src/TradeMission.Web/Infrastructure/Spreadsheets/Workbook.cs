using System.Globalization;
using System.IO.Packaging;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Infrastructure.Spreadsheets;

/// <summary>
/// The first sheet of a workbook that is not hidden, read forwards: no part is ever held as a whole. Formulas are never worked out; what the program that saved the file
/// worked out stands beside them.
/// </summary>
internal sealed partial class Workbook : IDisposable
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly Package package;
    private readonly PackagePart main;
    private readonly SheetLimits limits;
    private readonly List<string> texts;
    private readonly List<bool> dateStyles;
    private bool countsFrom1904;

    private Workbook(Stream content, SheetLimits limits)
    {
        this.limits = limits;
        package = Package.Open(content, FileMode.Open, FileAccess.Read);
        var start = package.GetRelationships().First(relationship => relationship.RelationshipType.EndsWith("/officeDocument", StringComparison.Ordinal));
        main = package.GetPart(PackUriHelper.ResolvePartUri(new Uri("/", UriKind.Relative), start.TargetUri));
        texts = [.. SharedTexts()];
        dateStyles = [.. Styles()];
    }

    public static SheetReading Read(Stream content, SheetLimits limits)
    {
        using var workbook = new Workbook(content, limits);
        return workbook.Read();
    }

    public void Dispose() => ((IDisposable)package).Dispose();

    private SheetReading Read()
    {
        var (name, id) = FirstSheet();
        var sheet = new SheetBuilder(name, limits);
        using var xml = Open(main.GetRelationship(id));
        var (row, column) = (0, -1);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row")
            {
                sheet.EndRow(row);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                (row, column) = (Number(xml.GetAttribute("r")) ?? row + 1, -1);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                column = Column(xml.GetAttribute("r")) ?? column + 1;
                sheet.Add(row, column, Cell(xml));
            }
        }

        return new SheetReading(name, sheet.Rows, null);
    }

    private (string Name, string Id) FirstSheet()
    {
        using var xml = Open(main);
        (string, string)? found = null;
        var count = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                countsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet")
            {
                if (++count > limits.Sheets)
                {
                    throw new SheetRefusedException(new FileRefusal("Sheets.TooManySheets", limits.Sheets));
                }

                if (found is null && xml.GetAttribute("state") is null or "visible" && (xml.GetAttribute("id", Relationships) ?? xml.GetAttribute("id", StrictRelationships)) is { } id)
                {
                    found = (xml.GetAttribute("name") ?? "", id);
                }
            }
        }

        return found ?? throw new SheetRefusedException(new FileRefusal("Sheets.NoSheet"));
    }

    private SheetCell Cell(XmlReader xml)
    {
        var (type, style) = (xml.GetAttribute("t"), Number(xml.GetAttribute("s")) ?? 0);
        var (value, inline) = Content(xml);
        return type switch
        {
            "s" => new SheetCell(Number(value) is { } index && index < texts.Count ? texts[index] : ""),
            "inlineStr" => new SheetCell(inline),
            "b" => new SheetCell(value switch { "1" => "TRUE", "0" => "FALSE", _ => value }),
            "str" => new SheetCell(Unescape(value)),
            "e" or "d" => new SheetCell(value),
            _ => Figure(value, style < dateStyles.Count && dateStyles[style]),
        };
    }

    /// <summary>What stands in v, and the text that stands in is; the formula in f is passed over.</summary>
    private (string Value, string Inline) Content(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return ("", "");
        }

        var value = "";
        var inline = "";
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "v")
            {
                value = Text(xml);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "is")
            {
                inline = Runs(xml);
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                xml.Skip();
            }
            else
            {
                xml.Read();
            }
        }

        return (value, inline);
    }

    /// <summary>The text of an element, without the readings (phonetic runs) that Japanese and Chinese files carry.</summary>
    private string Runs(XmlReader xml)
    {
        var text = new StringBuilder();
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip();
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                var part = Text(xml);
                text.Append(text.Length > limits.CellLength ? "" : part);
            }
            else
            {
                xml.Read();
            }
        }

        xml.Read();
        return Unescape(text.ToString());
    }

    /// <summary>What stands in an element, up to one character more than is allowed, which is enough to be refused; the rest is passed over without being kept.</summary>
    private string Text(XmlReader xml)
    {
        var text = new StringBuilder();
        if (!xml.IsEmptyElement)
        {
            var chunk = new char[256];
            var depth = xml.Depth;
            xml.Read();
            while (xml.Depth > depth)
            {
                while (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                    && xml.ReadValueChunk(chunk, 0, chunk.Length) is > 0 and var read)
                {
                    text.Append(chunk, 0, Math.Clamp(limits.CellLength + 1 - text.Length, 0, read));
                }

                xml.Read();
            }
        }

        xml.Read();
        return text.ToString();
    }

    private IEnumerable<string> SharedTexts()
    {
        if (Related("/sharedStrings") is not { } part)
        {
            yield break;
        }

        using var xml = Open(part);
        xml.Read();
        for (var count = 0; !xml.EOF;)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                yield return ++count <= limits.Shared ? Runs(xml) : throw new SheetRefusedException(new FileRefusal("Sheets.TooManyTexts", limits.Shared));
            }
            else
            {
                xml.Read();
            }
        }
    }

    /// <summary>For each style of cells whether it shows dates.</summary>
    private IEnumerable<bool> Styles()
    {
        if (Related("/styles") is not { } part)
        {
            yield break;
        }

        var ownDates = new HashSet<int>();
        using var xml = Open(part);
        var inCells = false;
        var count = 0;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && Number(xml.GetAttribute("numFmtId")) is { } own && ShowsDate(xml.GetAttribute("formatCode")))
            {
                ownDates.Add(own);
            }
            else if (inCells && xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf")
            {
                var format = Number(xml.GetAttribute("numFmtId")) ?? 0;
                yield return ++count <= limits.Shared
                    ? format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 || ownDates.Contains(format)
                    : throw new SheetRefusedException(new FileRefusal("Sheets.TooManyTexts", limits.Shared));
            }
        }
    }

    private SheetCell Figure(string value, bool isDate)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new SheetCell(value);
        }

        number = AsShown(number);
        if (isDate && SerialDate.Read(number, countsFrom1904) is { } date)
        {
            var time = TimeOnly.MinValue.Add(TimeSpan.FromSeconds((double)Math.Round((number - decimal.Floor(number)) * 86_400m)));
            var text = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new SheetCell(time == TimeOnly.MinValue ? text : $"{text} {time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}", number, date);
        }

        return new SheetCell(number.ToString("0.############################", CultureInfo.InvariantCulture), number);
    }

    /// <summary>Spreadsheets keep binary fractions and show 15 digits of them: 0.30000000000000004 is 0.3.</summary>
    private static decimal AsShown(decimal number)
    {
        var whole = decimal.Truncate(Math.Abs(number)).ToString(CultureInfo.InvariantCulture).TrimStart('0').Length;
        return Math.Round(number, Math.Clamp(15 - whole, 0, 15), MidpointRounding.AwayFromZero);
    }

    private static bool ShowsDate(string? format) => format is { Length: < 300 } && DayOrYear().IsMatch(Literal().Replace(format, ""));

    private static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>From 0: AB12 is 27.</summary>
    private static int? Column(string? reference)
    {
        if (reference is null)
        {
            return null;
        }

        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + (letter - 'A') + 1;
        }

        return column == 0 ? null : column - 1;
    }

    private PackagePart? Related(string type) => main.GetRelationships().FirstOrDefault(relationship => relationship.RelationshipType.EndsWith(type, StringComparison.Ordinal)) is { } relationship
        ? package.GetPart(PackUriHelper.ResolvePartUri(main.Uri, relationship.TargetUri))
        : null;

    private XmlReader Open(PackageRelationship relationship) => Open(package.GetPart(PackUriHelper.ResolvePartUri(main.Uri, relationship.TargetUri)));

    private static XmlReader Open(PackagePart part) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), Settings);

    /// <summary>Of a number format, what is shown as it stands: "text", \x, [Red], [$-412], _x, *x.</summary>
    [GeneratedRegex("""
        "[^"]*"|\\.|\[[^\]]*\]|[_*].
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex("[ydYD]", RegexOptions.CultureInvariant)]
    private static partial Regex DayOrYear();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
