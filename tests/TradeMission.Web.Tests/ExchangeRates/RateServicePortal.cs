using Microsoft.Extensions.DependencyInjection;
using TradeMission.Web.Features.ExchangeRates;

namespace TradeMission.Web.Tests.ExchangeRates;

/// <summary>A portal for which a rate service is set up.</summary>
public sealed class RateServicePortal : Portal
{
    public RecordedRateService Service { get; } = new();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Rates:Service:Url"] = "https://rates.example/daily",
        ["Rates:Service:Key"] = "a key+",
    };

    protected override void Replace(IServiceCollection services) =>
        services.AddHttpClient(KoreaEximRates.Client).ConfigurePrimaryHttpMessageHandler(() => Service).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
}
