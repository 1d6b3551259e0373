using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>What the columns of an import are called. Files are Korean or English whatever the reader's language.</summary>
public static class RateColumns
{
    private static readonly Dictionary<RateColumn, (string English, string Korean)> Names = new()
    {
        [RateColumn.Date] = ("date", "날짜"),
        [RateColumn.Currency] = ("currency", "통화"),
        [RateColumn.Per] = ("per", "단위"),
        [RateColumn.Rate] = ("rate", "환율"),
        [RateColumn.Against] = ("against", "기준통화"),
        [RateColumn.Source] = ("source", "출처"),
    };

    private static readonly Dictionary<string, RateColumn> ByName = Names
        .SelectMany(name => new[] { (name.Value.English, name.Key), (name.Value.Korean, name.Key) }).Append(("일자", RateColumn.Date))
        .ToDictionary(name => name.Item1, name => name.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>Those without which a file says nothing.</summary>
    public static IReadOnlyList<RateColumn> Needed { get; } = [RateColumn.Date, RateColumn.Currency, RateColumn.Rate, RateColumn.Source];

    /// <summary>The column of a heading, or null.</summary>
    public static RateColumn? Find(string heading) =>
        ByName.TryGetValue(string.Concat(heading.Normalize().Where(letter => !char.IsWhiteSpace(letter))), out var column) ? column : null;

    /// <summary>In the reader's language.</summary>
    public static string NameOf(RateColumn column) => Show.IsKorean ? Names[column].Korean : Names[column].English;
}
