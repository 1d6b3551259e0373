namespace TradeMission.Domain;

/// <summary>Why something is not an amount of money.</summary>
public enum MoneyRefusal
{
    UnknownCurrency,
    Negative,
    TooLarge,
    TooManyDecimals,
}
