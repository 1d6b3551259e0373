namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Why a public service gave no rates.</summary>
public enum RateServiceFault
{
    Unreachable,
    TimedOut,
    Refused,
    NotUnderstood,
    NothingThatDay,
    BadDataCode,
    BadKey,
    DailyLimit,
}
