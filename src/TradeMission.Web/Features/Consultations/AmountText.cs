using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TradeMission.Web.Features.Consultations;

/// <summary>Amounts as people type them, exactly: "600,000", "12.5" in 만불.</summary>
public static partial class AmountText
{
    /// <summary>The amount in whole units of the currency, or null where the text is no amount; it may still break a rule of money.</summary>
    /// <param name="size">Of the unit typed in: 10,000 for 만불.</param>
    public static decimal? Read(string text, decimal size)
    {
        var typed = text.Normalize(NormalizationForm.FormKC).Trim().Replace(" ", "", StringComparison.Ordinal);
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
