using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TradeMission.Web.Features.Consultations;

/// <summary>Amounts as people type them, exactly: "600,000", "12.5" in 만불, "60만" whatever the unit.</summary>
public static partial class AmountText
{
    /// <summary>천, 만: whoever types one of them has named the unit.</summary>
    private static readonly Dictionary<char, decimal> Sizes = new() { ['\ucc9c'] = 1_000m, ['\ub9cc'] = 10_000m };

    /// <summary>The amount in whole units of the currency, or null where the text is no amount; it may still break a rule of money.</summary>
    /// <param name="size">Of the unit typed in: 10,000 for 만불.</param>
    public static decimal? Read(string text, decimal size)
    {
        var typed = text.Normalize(NormalizationForm.FormKC).Trim().Replace(" ", "", StringComparison.Ordinal);
        if (Sizes.TryGetValue(typed.Length > 0 ? typed[^1] : ' ', out var named))
        {
            (typed, size) = (typed[..^1], named);
        }

        if (typed.Length > 20 || !Figure().IsMatch(typed))
        {
            return null;
        }

        return decimal.Parse(typed.Replace(",", "", StringComparison.Ordinal).Replace('−', '-'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) * size;
    }

    /// <summary>Digits with or without separators of thousands, which then must stand where they belong: 1,5 may be one and a half or fifteen.</summary>
    [GeneratedRegex(@"^[-−]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
