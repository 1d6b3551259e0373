using TradeMission.Domain;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Rates in won turned into what the table needs: against the base currencies of missions.</summary>
public static class CrossRates
{
    /// <summary>The publisher's name, as records keep it whatever the reader's language.</summary>
    private const string Source = "한국수출입은행 매매기준율";

    /// <summary>Against the won as published; against others the quotient, with ten decimals. What is too small to be seen is left out.</summary>
    public static IReadOnlyList<ProposedRate> Of(IReadOnlyList<WonRate> published, IEnumerable<string> against, DateOnly day)
    {
        var all = published.Where(rate => rate.Currency != Won.Currency).Append(Won).ToList();
        return [.. against
            .SelectMany(code => all.Where(rate => rate.Currency == code).Take(1))
            .SelectMany(target => all.Where(rate => rate.Currency != target.Currency).Select(rate => Cross(rate, target, day)))
            .Where(rate => RateRules.OfQuoted(rate.Quoted) is null && RateRules.OfOne(rate.Quoted, rate.Per) is null)];
    }

    private static WonRate Won { get; } = new("KRW", "KRW", 1, 1m);

    private static ProposedRate Cross(WonRate rate, WonRate target, DateOnly day) => new(
        rate.Currency,
        target.Currency,
        day,
        decimal.Round(rate.Won / (target.Won / target.Per), FrozenRate.Decimals),
        rate.Per,
        target == Won ? $"{Source}({rate.Name})" : $"{Source}의 재정환율({rate.Name} ÷ {target.Name})");
}
