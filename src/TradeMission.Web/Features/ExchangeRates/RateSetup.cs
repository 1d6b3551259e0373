using TradeMission.Web.Data;

namespace TradeMission.Web.Features.ExchangeRates;

public static class RateSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="SetupException">The service's address is none.</exception>
    public static IServiceCollection AddRates(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(RateServiceSettings.Section);
        if (section.Get<RateServiceSettings>() is { IsComplete: true } settings && !(Uri.TryCreate(settings.Url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            throw new SetupException($"{RateServiceSettings.Section}:Url is no https address: {settings.Url}");
        }

        services.Configure<RateServiceSettings>(section);
        services.AddScoped<MissingRates>();
        services.AddScoped<RateImport>();
        services.AddScoped<IRateService, KoreaEximRates>();

        // The key stands in the address: it is neither logged nor sent on to where a redirect points.
        services.AddHttpClient(KoreaEximRates.Client, client =>
        {
            client.Timeout = Patience;
            client.MaxResponseContentBufferSize = 1024 * 1024;
        }).ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { AllowAutoRedirect = false }).RemoveAllLoggers();
        return services;
    }
}
