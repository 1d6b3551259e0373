namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>A column of an import.</summary>
public enum RateColumn
{
    Date,
    Currency,
    Per,
    Rate,
    Against,
    Source,
}
