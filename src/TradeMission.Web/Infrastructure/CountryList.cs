using TradeMission.Domain;

namespace TradeMission.Web.Infrastructure;

/// <summary>Several countries in one field: typed as names or codes with commas between, stored as ordered codes with single spaces between.</summary>
public static class CountryList
{
    private static readonly char[] Separators = [',', ';', '，', '、', '；', '\n', '\r'];

    /// <summary>The names, in the reader's language.</summary>
    public static string? Names(string? stored) =>
        string.IsNullOrEmpty(stored) ? null : string.Join(", ", stored.Split(' ').Select(CountryNames.Of));

    /// <summary>What is stored; what is no country is left out, so ask <see cref="Unknown"/> first.</summary>
    public static string? Stored(string? typed)
    {
        var codes = Parts(typed).SelectMany(Codes).Distinct().Order(StringComparer.Ordinal).ToList();
        return codes.Count == 0 ? null : string.Join(' ', codes);
    }

    /// <summary>What was typed and is no country.</summary>
    public static IReadOnlyList<string> Unknown(string? typed) => [.. Parts(typed).Where(part => !Codes(part).Any())];

    private static IEnumerable<string> Parts(string? typed) => (typed ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One country, or codes with spaces between as they are stored.</summary>
    private static IEnumerable<string> Codes(string part)
    {
        if (CountryNames.Find(part) is { } one)
        {
            return [one];
        }

        var several = part.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return several.All(Countries.IsKnown) ? several : [];
    }
}
