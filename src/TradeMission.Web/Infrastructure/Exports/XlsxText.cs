using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace TradeMission.Web.Infrastructure.Exports;

/// <summary>How a spreadsheet writes days, names of columns and sheets, and text that XML has no place for.</summary>
internal static partial class XlsxText
{
    private const int SheetNameLength = 31;

    private static readonly DateOnly DayNought = new(1899, 12, 30);

    /// <summary>Before this day spreadsheets count a 29 February 1900 that never was.</summary>
    private static readonly DateOnly FirstSafeDay = new(1900, 3, 1);

    public static int? Serial(DateOnly day) => day >= FirstSafeDay ? day.DayNumber - DayNought.DayNumber : null;

    public static decimal Serial(TimeOnly time) => decimal.Round((decimal)time.Ticks / TimeSpan.TicksPerDay, 10);

    public static decimal Serial(DateTime moment) => DateOnly.FromDateTime(moment).DayNumber - DayNought.DayNumber + Serial(TimeOnly.FromDateTime(moment));

    /// <summary>A, B … Z, AA.</summary>
    public static string ColumnName(int column) => column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + ColumnName(column % 26);

    /// <summary>Characters that XML refuses, and returns that it would fold, as _x000D_; and what looks like that already, so that it stays what it is.</summary>
    public static string Written(string text)
    {
        if (!NeedsEscape().IsMatch(text))
        {
            return text;
        }

        var written = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                written.Append(letter).Append(text[++at]);
            }
            else if (letter == '_' && Escaped().IsMatch(text.AsSpan(at)))
            {
                written.Append("_x005F_");
            }
            else if (char.IsSurrogate(letter))
            {
                written.Append('\uFFFD');
            }
            else if (letter == '\r' || !XmlConvert.IsXmlChar(letter))
            {
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)letter:X4}_");
            }
            else
            {
                written.Append(letter);
            }
        }

        return written.ToString();
    }

    public static string SheetName(string title)
    {
        var name = Forbidden().Replace(title, " ").Trim();
        return name.Length <= SheetNameLength ? name : name[..SheetNameLength];
    }

    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\uD800-\uDFFF\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_")]
    private static partial Regex NeedsEscape();

    [GeneratedRegex(@"\A_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"[\[\]:*?/\\']")]
    private static partial Regex Forbidden();
}
