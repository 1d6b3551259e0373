namespace TradeMission.Domain.Shared;

/// <summary>An amount with the rate frozen on it. Without a rate it is kept, shown as "rate missing" and left out of totals.</summary>
public sealed class Valued
{
    /// <summary>Values in a base currency stay below this: twelve decimals and sixteen digits before them are kept, none is rounded.</summary>
    public const decimal BaseLimit = 10_000_000_000_000_000m;

    private Valued()
    {
    }

    /// <exception cref="OverflowException">The value in the base currency has more digits than are kept; ask <see cref="Fits"/> first.</exception>
    public Valued(Money money, FrozenRate? rate)
    {
        if (!Fits(money, rate))
        {
            throw new OverflowException($"{money} at {rate?.Rate} is too large a value to keep unrounded");
        }

        Amount = money.Amount;
        Currency = money.Currency;
        Rate = rate?.Rate;
        RateOn = rate?.On;
        RateSource = rate?.Source;
        BaseAmount = money.Amount * rate?.Rate;
    }

    public decimal Amount { get; private init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private init; } = "";

    public decimal? Rate { get; private init; }

    public DateOnly? RateOn { get; private init; }

    public string? RateSource { get; private init; }

    /// <summary>Amount × rate in the mission's base currency, not rounded; null when the rate is missing.</summary>
    public decimal? BaseAmount { get; private init; }

    /// <summary>Whether the value in the base currency can be kept to the last digit.</summary>
    public static bool Fits(Money money, FrozenRate? rate) => rate is null || money.Amount * rate.Rate < BaseLimit;

    public Money Money => new(Amount, Currency);

    /// <summary>The day of its rate; null without a rate, and for the base currency itself, which has none that could grow old.</summary>
    public DateOnly? RatedOn => RateSource is { Length: > 0 } ? RateOn : null;

    public FrozenRate? Frozen => Rate is { } rate ? new FrozenRate(rate, RateOn!.Value, RateSource ?? "") : null;
}
