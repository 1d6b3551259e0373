namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>What a public service said.</summary>
/// <param name="Status">Of HTTP, where that is what went wrong.</param>
public sealed record RateAnswer(IReadOnlyList<ProposedRate> Rates, RateServiceFault? Fault = null, int? Status = null)
{
    public static RateAnswer Failed(RateServiceFault fault, int? status = null) => new([], fault, status);
}
