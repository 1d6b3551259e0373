namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Why a line of an import is left out.</summary>
public enum RateRefusal
{
    Missing,
    BadDate,
    InFuture,
    TooOld,
    UnknownCurrency,
    AgainstItself,
    NotANumber,
    AmbiguousComma,
    NotPositive,
    TooLarge,
    TooManyDecimals,
    TooSmall,
    BadPer,
    TwoPers,
    SourceTooLong,
    Duplicate,
    BrokenQuotes,
    TooManyCells,
}
