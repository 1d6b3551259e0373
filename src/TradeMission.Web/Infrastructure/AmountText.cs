using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TradeMission.Domain;

namespace TradeMission.Web.Infrastructure;

/// <summary>Amounts as people type them, exactly: 600,000, 60만불, 1억 2,000만, US$600,000, 0.6M. What can be read in two ways is not read. wwwroot/js/amounts.js says the same in the browser.</summary>
public static partial class AmountText
{
    private const int LongestText = 40;
    private const int LongestFigure = 20;

    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["십"] = 10,
        ["백"] = 100,
        ["천"] = 1_000,
        ["만"] = 10_000,
        ["십만"] = 100_000,
        ["백만"] = 1_000_000,
        ["천만"] = 10_000_000,
        ["억"] = 100_000_000,
        ["십억"] = 1_000_000_000,
        ["백억"] = 10_000_000_000,
        ["천억"] = 100_000_000_000,
        ["조"] = 1_000_000_000_000,
        ["K"] = 1_000,
        ["THOUSAND"] = 1_000,
        ["M"] = 1_000_000,
        ["MN"] = 1_000_000,
        ["MIL"] = 1_000_000,
        ["MILLION"] = 1_000_000,
        ["BN"] = 1_000_000_000,
        ["BILLION"] = 1_000_000_000,
    };

    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["US$"] = "USD",
        ["$"] = "USD",
        ["불"] = "USD",
        ["달러"] = "USD",
        ["₩"] = "KRW",
        ["원"] = "KRW",
        ["€"] = "EUR",
        ["유로"] = "EUR",
        ["엔"] = "JPY",
        ["위안"] = "CNY",
    };

    /// <summary>Null where the text is no amount. A unit or a currency in the text wins over the chosen unit: US$600,000 is so many dollars, also where 만불 is chosen.</summary>
    /// <param name="size">Of the unit chosen beside it: 10,000 for 만불.</param>
    public static TypedAmount? Read(string text, decimal size)
    {
        if (text.Length > LongestText || text.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            return null;
        }

        var typed = Typed().Match(Blank().Replace(text.Normalize(NormalizationForm.FormKC).ToUpperInvariant(), ""));
        if (!typed.Success || !typed.Groups["part"].Success || !Agree(typed.Groups["before"].Value, typed.Groups["after"].Value, out var currency))
        {
            return null;
        }

        var amount = Sum(typed.Groups["part"].Captures.Select(part => Part().Match(part.Value)).ToList(), currency is null ? size : 1);
        return amount is { } sum ? new TypedAmount(typed.Groups["minus"].Success ? -sum : sum, currency) : null;
    }

    /// <summary>1억 2,000만: from large to small, and no part reaches into the one before it. A fraction stands alone.</summary>
    private static decimal? Sum(IReadOnlyList<Match> parts, decimal size)
    {
        var sum = 0m;
        var ceiling = decimal.MaxValue;
        foreach (var part in parts)
        {
            var (digits, name) = (part.Groups["figure"].Value, part.Groups["scale"].Value);
            var scale = name.Length > 0 ? Scales[name] : parts.Count == 1 ? size : 1;
            if (digits.Length > LongestFigure || (parts.Count > 1 && digits.Contains('.', StringComparison.Ordinal)))
            {
                return null;
            }

            var figure = decimal.Parse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            if (figure > decimal.MaxValue / scale / 2 || figure * scale >= ceiling)
            {
                return null;
            }

            sum += figure * scale;
            ceiling = scale;
        }

        return sum;
    }

    /// <summary>Whether what stands before and after names one currency, or none.</summary>
    private static bool Agree(string before, string after, out string? currency)
    {
        var (first, second) = (CurrencyOf(before), CurrencyOf(after));
        currency = first ?? second;
        return (before.Length == 0 || first is not null) && (after.Length == 0 || second is not null) && (first is null || second is null || first == second);
    }

    private static string? CurrencyOf(string sign) => Signs.GetValueOrDefault(sign) ?? Currencies.Find(sign)?.Code;

    private const string Figure = @"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?";

    /// <summary>
    /// Separators of thousands stand where they belong or nowhere: 1,5 may be one and a half or fifteen. Only the last figure may stand without its unit, so that a row of digits
    /// can be taken apart in one way only.
    /// </summary>
    [GeneratedRegex(
        @"^(?<before>US\$|[$₩€]|[A-Z]{3})?(?<minus>[-−])?"
        + "(?<part>" + Figure + "(?:[십백천]?[만억]|[십백천조]|K|THOUSAND|MILLION|MIL|MN|M|BILLION|BN))*(?<part>" + Figure + ")?"
        + @"(?<after>US\$|[$₩€]|불|달러|원|유로|엔|위안|[A-Z]{3})?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    [GeneratedRegex(@"^(?<figure>[0-9.,]+)(?<scale>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
