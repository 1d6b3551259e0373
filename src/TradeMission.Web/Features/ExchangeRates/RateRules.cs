using TradeMission.Domain;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>What the table takes; the form and the import ask here.</summary>
public static class RateRules
{
    public const int LongestSource = 100;

    /// <summary>The table has room for ten digits before the point.</summary>
    private const decimal Limit = 10_000_000_000m;

    private static readonly DateOnly Earliest = new(1990, 1, 1);

    public static RateRefusal? OfDay(DateOnly day, DateOnly today) =>
        day > today ? RateRefusal.InFuture : day < Earliest ? RateRefusal.TooOld : null;

    public static RateRefusal? OfQuoted(decimal quoted) => quoted switch
    {
        <= 0 => RateRefusal.NotPositive,
        >= Limit => RateRefusal.TooLarge,
        _ => decimal.Round(quoted, FrozenRate.Decimals) == quoted ? null : RateRefusal.TooManyDecimals,
    };

    public static bool IsPer(int per) => per is 1 or 100;

    /// <summary>What is left of it for one unit must be more than nothing.</summary>
    public static RateRefusal? OfOne(decimal quoted, int per) => decimal.Round(quoted / per, FrozenRate.Decimals) > 0 ? null : RateRefusal.TooSmall;
}
