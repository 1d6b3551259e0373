using CsvHelper;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>An import as it was read: its lines, or why there are none.</summary>
/// <param name="Headings">As the file writes them.</param>
/// <param name="Named">The heading or limit that a fault is about.</param>
public sealed record RateFile(IReadOnlyList<RateLine> Lines, IReadOnlyDictionary<RateColumn, string> Headings, RateFileFault? Fault = null, string? Named = null)
{
    /// <summary>Of a file in bytes, of a text in letters.</summary>
    public const int LargestSize = 1024 * 1024;

    public const int MostLines = 20_000;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>What is wrong with the file, in words.</summary>
    public string? FaultInWords => Fault is { } fault ? Named is null ? Texts.Of(fault) : $"{Texts.Of(fault)}: {Named}" : null;

    public string HeadingOf(RateColumn column) => Headings.TryGetValue(column, out var heading) ? heading : RateColumns.NameOf(column);

    public static RateFile Failed(RateFileFault fault, string? named = null) => new([], new Dictionary<RateColumn, string>(), fault, named);

    public static RateFile Read(string text)
    {
        if (text.Length > LargestSize)
        {
            return Failed(RateFileFault.TooLarge);
        }

        // The one that makes most of the first line.
        var separator = Separators.MaxBy(separator => HeadingsOf(text, separator).Count(heading => RateColumns.Find(heading) is not null));
        var columns = new Dictionary<int, RateColumn>();
        var headings = new Dictionary<RateColumn, string>();
        foreach (var (place, heading) in HeadingsOf(text, separator).Index().Where(cell => cell.Item.Length > 0))
        {
            // Passing over "units" would take a rate for a hundred yen for one of one yen.
            if (RateColumns.Find(heading) is not { } column)
            {
                return Failed(RateFileFault.UnknownColumn, heading);
            }

            if (!headings.TryAdd(column, heading))
            {
                return Failed(RateFileFault.ColumnTwice, heading);
            }

            columns.Add(place, column);
        }

        return headings.Count == 0 ? Failed(RateFileFault.Empty)
            : RateColumns.Needed.Where(column => !headings.ContainsKey(column)).Select(RateColumns.NameOf).ToList() is { Count: > 0 } missing
                ? Failed(RateFileFault.MissingColumn, string.Join(", ", missing))
            : ReadLines(text, separator, columns, headings);
    }

    private static RateFile ReadLines(string text, char separator, Dictionary<int, RateColumn> columns, Dictionary<RateColumn, string> headings)
    {
        var broken = new HashSet<long>();
        using var csv = Open(text, separator, broken);
        MoveToFilled(csv);
        var lines = new List<RateLine>();
        while (MoveToFilled(csv))
        {
            if (lines.Count == MostLines)
            {
                return Failed(RateFileFault.TooManyLines);
            }

            var cells = csv.Current.ToArray();
            lines.Add(new RateLine(
                (int)csv.LineNumber,
                columns.Where(column => column.Key < cells.Length).ToDictionary(column => column.Value, column => cells[column.Key]),
                cells.Where((cell, place) => !columns.ContainsKey(place) && !string.IsNullOrWhiteSpace(cell)).Any() ? RateRefusal.TooManyCells : null));
        }

        return lines.Count == 0 ? Failed(RateFileFault.Empty) : new([.. lines.Select(line => broken.Contains(line.Number) ? line with { Fault = RateRefusal.BrokenQuotes } : line)], headings);
    }

    private static string[] HeadingsOf(string text, char separator)
    {
        using var csv = Open(text, separator, []);
        return MoveToFilled(csv) ? [.. csv.Current.ToArray().Select(heading => heading.Trim())] : [];
    }

    private static bool MoveToFilled(CsvReader csv)
    {
        while (csv.Read())
        {
            if (!csv.Current.ToArray().All(string.IsNullOrWhiteSpace))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="broken">Gets the numbers of lines whose quotation marks do not add up. None goes over several lines: it would swallow what stands below it.</param>
    private static CsvReader Open(string text, char separator, HashSet<long> broken) => CsvReader.FromText(text, new CsvReaderOptions
    {
        Separator = separator,
        HasHeader = false,
        AllowLineBreaksInQuotes = false,
        TrackLineNumbers = true,
        OnMalformedRecord = record => broken.Add(record.LineNumber),
    });
}
