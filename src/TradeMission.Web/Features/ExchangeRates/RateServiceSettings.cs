namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Section Rates:Service of the configuration. The service is asked only where both are set.</summary>
public sealed class RateServiceSettings
{
    public const string Section = "Rates:Service";

    /// <summary>The address of the service without its query.</summary>
    public string? Url { get; set; }

    /// <summary>What the service has issued to the city; it never leaves the address that is asked.</summary>
    public string? Key { get; set; }

    public bool IsComplete => !string.IsNullOrWhiteSpace(Url) && !string.IsNullOrWhiteSpace(Key);
}
