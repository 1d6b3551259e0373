namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>What units of a currency cost in won.</summary>
/// <param name="Name">As the publisher calls it: USD, JPY(100).</param>
public sealed record WonRate(string Name, string Currency, int Per, decimal Won);
