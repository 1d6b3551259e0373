using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TradeMission.Krds.Forms;

namespace TradeMission.Krds;

public static class KrdsServiceCollectionExtensions
{
    public static IServiceCollection AddKrds(this IServiceCollection services, Action<KrdsTexts>? configure = null)
    {
        var texts = services.AddOptions<KrdsTexts>();
        if (configure is not null)
            texts.Configure(configure);

        services.TryAddTransient<FieldServices>();
        return services;
    }
}
