namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>A rate that would be allowed into the table.</summary>
public sealed record ProposedRate(string Currency, string Against, DateOnly On, decimal Quoted, int Per, string Source)
{
    /// <summary>The table holds one of each.</summary>
    public (string Currency, string Against, DateOnly On) Key => (Currency, Against, On);
}
