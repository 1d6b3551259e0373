using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;

namespace TradeMission.Web.Data;

/// <summary>The table of exchange rates, as records ask it.</summary>
public static class Rates
{
    /// <summary>The rate in force on a day: the latest that is not later. Null where there is none, and the record is then left out of totals.</summary>
    /// <param name="currency">ISO 4217 of the amount.</param>
    /// <param name="against">ISO 4217 of the mission's base currency.</param>
    public static async Task<FrozenRate?> FindAsync(TradeDbContext db, string currency, string against, DateOnly day, CancellationToken cancellation)
    {
        if (currency == against)
        {
            return FrozenRate.Same(day);
        }

        var rate = await db.ExchangeRates.AsNoTracking().Where(rate => rate.Currency == currency && rate.Against == against && rate.On <= day)
            .OrderByDescending(rate => rate.On).FirstOrDefaultAsync(cancellation);
        return rate?.Freeze();
    }
}
