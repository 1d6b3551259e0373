namespace TradeMission.Domain;

/// <summary>An amount in a currency: never negative, at most 10^12, no more decimals than the currency has.</summary>
public readonly record struct Money
{
    /// <summary>The largest amount a record may hold, in any currency (DOMAIN: Money).</summary>
    public const decimal Largest = 1_000_000_000_000m;

    /// <exception cref="DomainException">The amount or the currency breaks a rule; ask <see cref="Refusal"/> first.</exception>
    public Money(decimal amount, string currency)
    {
        if (Refusal(amount, currency) is { } refusal)
        {
            throw new DomainException($"{amount} {currency}: {refusal}");
        }

        Amount = amount;
        Currency = currency;
    }

    public decimal Amount { get; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; }

    /// <summary>Why this cannot be an amount of money, or null when it can.</summary>
    public static MoneyRefusal? Refusal(decimal amount, string? currency)
    {
        if (Currencies.Find(currency) is not { } known)
        {
            return MoneyRefusal.UnknownCurrency;
        }

        if (amount < 0)
        {
            return MoneyRefusal.Negative;
        }

        if (amount > Largest)
        {
            return MoneyRefusal.TooLarge;
        }

        return decimal.Round(amount, known.Decimals) == amount ? null : MoneyRefusal.TooManyDecimals;
    }

    public override string ToString() => $"{Currency} {Amount}";
}
