namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Amounts in a currency that stand without a rate.</summary>
/// <param name="Against">The base currency of their missions.</param>
/// <param name="Amounts">How many.</param>
/// <param name="Applicable">For how many of them the table now has a rate.</param>
public sealed record MissingRate(string Currency, string Against, int Amounts, int Applicable);
