namespace TradeMission.Domain.Shared;

/// <summary>An amount with the rate frozen on it. Without a rate it is kept, shown as "rate missing" and left out of totals.</summary>
public sealed class Valued
{
    private Valued()
    {
    }

    /// <exception cref="OverflowException">The value in the base currency has more digits than are kept.</exception>
    public Valued(Money money, FrozenRate? rate)
    {
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

    public Money Money => new(Amount, Currency);

    public FrozenRate? Frozen => Rate is { } rate ? new FrozenRate(rate, RateOn!.Value, RateSource ?? "") : null;
}
