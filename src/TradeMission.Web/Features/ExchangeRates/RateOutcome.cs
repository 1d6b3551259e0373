namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>What an import does with a line.</summary>
public enum RateOutcome
{
    New,
    Replaces,
    Same,
    Refused,
}
