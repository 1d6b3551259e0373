namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>A public service that publishes rates.</summary>
public interface IRateService
{
    /// <summary>Whether one is set up; nobody is asked otherwise.</summary>
    bool IsOffered { get; }

    /// <summary>The rates of a day against these currencies, or why there are none.</summary>
    Task<RateAnswer> AskAsync(DateOnly day, IReadOnlyList<string> against, CancellationToken cancellation);
}
