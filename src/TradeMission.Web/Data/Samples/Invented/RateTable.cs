using TradeMission.Domain;

namespace TradeMission.Web.Data.Samples.Invented;

/// <summary>The sample rates, as records are frozen at them.</summary>
internal sealed class RateTable(IEnumerable<ExchangeRate> rates, string baseCurrency)
{
    private readonly ILookup<string, ExchangeRate> byCurrency = rates.OrderByDescending(rate => rate.On).ToLookup(rate => rate.Currency);

    /// <summary>The rate in force on a day, or null where there is none.</summary>
    public FrozenRate? On(string currency, DateOnly day) =>
        currency == baseCurrency ? FrozenRate.Same(day) : byCurrency[currency].FirstOrDefault(rate => rate.On <= day)?.Freeze();
}
