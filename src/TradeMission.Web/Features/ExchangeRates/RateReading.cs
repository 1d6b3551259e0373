using System.Globalization;
using System.Text.RegularExpressions;
using TradeMission.Domain;
using TradeMission.Domain.Shared;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>What a line of an import means by itself, whatever the table and the other lines say.</summary>
public static partial class RateReading
{
    /// <summary>What rates are against where a line does not say.</summary>
    public const string UsualBase = "USD";

    /// <summary>No rate needs more; a decimal would quietly lose the rest.</summary>
    private const int LongestNumber = 28;

    public static RateMeaning Of(RateLine line, DateOnly today)
    {
        if (line.Fault is { } broken)
        {
            return Refuse(null, broken);
        }

        if (RateColumns.Needed.FirstOrDefault(column => line[column].Length == 0, (RateColumn)(-1)) is var empty and >= 0)
        {
            return Refuse(empty, RateRefusal.Missing);
        }

        if (DayOf(line[RateColumn.Date]) is not { } day)
        {
            return Refuse(RateColumn.Date, RateRefusal.BadDate);
        }

        if (RateRules.OfDay(day, today) is { } wrongDay)
        {
            return Refuse(RateColumn.Date, wrongDay);
        }

        var named = Named().Match(line[RateColumn.Currency].ToUpperInvariant());
        var currency = named.Groups["code"].Value;
        if (Currencies.Find(currency) is null)
        {
            return Refuse(RateColumn.Currency, RateRefusal.UnknownCurrency);
        }

        var against = line[RateColumn.Against].Length == 0 ? UsualBase : line[RateColumn.Against].ToUpperInvariant();
        if (Currencies.Find(against) is null)
        {
            return Refuse(RateColumn.Against, RateRefusal.UnknownCurrency);
        }

        if (against == currency)
        {
            return Refuse(line[RateColumn.Against].Length == 0 ? RateColumn.Currency : RateColumn.Against, RateRefusal.AgainstItself);
        }

        if (PerOf(named.Groups["per"].Value, line[RateColumn.Per], out var per) is { } wrongPer)
        {
            return new(null, wrongPer);
        }

        if (QuotedOf(line[RateColumn.Rate], out var quoted) is { } wrongRate)
        {
            return Refuse(RateColumn.Rate, wrongRate);
        }

        if (RateRules.OfOne(quoted, per) is { } tooSmall)
        {
            return Refuse(RateColumn.Rate, tooSmall);
        }

        var source = string.Join(' ', SearchText.Composed(FormulaText.Restored(line[RateColumn.Source])).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return source.Length > RateRules.LongestSource
            ? Refuse(RateColumn.Source, RateRefusal.SourceTooLong)
            : new(new ProposedRate(currency, against, day, quoted, per, source), null);
    }

    private static RateMeaning Refuse(RateColumn? column, RateRefusal why) => new(null, new RefusedCell(column, why));

    /// <summary>Year first, as Korea writes it; 11/3/2026 could be March or November.</summary>
    private static DateOnly? DayOf(string text) =>
        Day().Match(text) is { Success: true } day
        && DateOnly.TryParseExact($"{day.Groups["y"].Value}-{day.Groups["m"].Value}-{day.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read
            : null;

    /// <summary>JPY(100) in the currency and a unit of its own must agree; one unit where neither says.</summary>
    private static RefusedCell? PerOf(string named, string own, out int per)
    {
        per = 1;
        foreach (var (column, text) in new[] { (RateColumn.Currency, named), (RateColumn.Per, own) })
        {
            if (text.Length > 0 && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out per) || !RateRules.IsPer(per)))
            {
                return new(column, RateRefusal.BadPer);
            }
        }

        return named.Length > 0 && own.Length > 0 && int.Parse(named, CultureInfo.InvariantCulture) != per ? new(RateColumn.Per, RateRefusal.TwoPers) : null;
    }

    /// <summary>6.25E-05 is how Excel saves small rates. A single comma could be a thousand's or a decimal one.</summary>
    private static RateRefusal? QuotedOf(string text, out decimal quoted)
    {
        quoted = 0;
        if (OneComma().IsMatch(text))
        {
            return RateRefusal.AmbiguousComma;
        }

        if (!Number().IsMatch(text))
        {
            return RateRefusal.NotANumber;
        }

        if (text.Length > LongestNumber)
        {
            return RateRefusal.TooManyDecimals;
        }

        return decimal.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out quoted) ? RateRules.OfQuoted(quoted) : RateRefusal.TooLarge;
    }

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?:(?<m>[0-9]{2})(?<d>[0-9]{2})|\s*[-./]\s*(?<m>[0-9]{1,2})\s*[-./]\s*(?<d>[0-9]{1,2})\s*\.?)$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?<code>[A-Z]{3})(?:\s*\(\s*(?<per>[0-9]{1,4})\s*\))?$")]
    private static partial Regex Named();

    [GeneratedRegex("^-?[0-9]+,[0-9]+$")]
    private static partial Regex OneComma();

    [GeneratedRegex(@"^[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?$")]
    private static partial Regex Number();
}
