using TradeMission.Web.Data;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>What the address of the rate table says: ?currency=&amp;sort=&amp;page=.</summary>
public sealed class RateSearch
{
    public string? Currency { get; set; }

    public string? Sort { get; set; }

    public int? Page { get; set; }

    public IQueryable<RateRow> Rows(TradeDbContext db)
    {
        var rates = Currency is null ? db.ExchangeRates : db.ExchangeRates.Where(rate => rate.Currency == Currency);
        var ordered = Sort switch
        {
            "currency" => rates.OrderBy(rate => rate.Currency).ThenByDescending(rate => rate.On),
            "-currency" => rates.OrderByDescending(rate => rate.Currency).ThenByDescending(rate => rate.On),
            "on" => rates.OrderBy(rate => rate.On).ThenBy(rate => rate.Currency),
            _ => rates.OrderByDescending(rate => rate.On).ThenBy(rate => rate.Currency),
        };
        return ordered.ThenBy(rate => rate.Id).Select(rate => new RateRow(rate.Id, rate.Currency, rate.Against, rate.On, rate.Quoted, rate.Per, rate.Source));
    }
}
