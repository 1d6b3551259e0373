namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>One line of the rate table, as quoted.</summary>
public sealed record RateRow(long Id, string Currency, string Against, DateOnly On, decimal Quoted, int Per, string Source)
{
    /// <summary>For one unit, as records freeze it.</summary>
    public decimal Rate => decimal.Round(Quoted / Per, 10);
}
