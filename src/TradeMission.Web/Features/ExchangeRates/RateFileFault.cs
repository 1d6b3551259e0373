namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Why nothing of a file can be read.</summary>
public enum RateFileFault
{
    Empty,
    TooLarge,
    TooManyLines,
    NotText,
    MissingColumn,
    UnknownColumn,
    ColumnTwice,
}
