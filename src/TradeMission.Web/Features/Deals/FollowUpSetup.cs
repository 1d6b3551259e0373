using TradeMission.Web.Infrastructure.Schedule;

namespace TradeMission.Web.Features.Deals;

/// <summary>What the portal does by itself so that no deal is forgotten.</summary>
public static class FollowUpSetup
{
    public static IServiceCollection AddFollowUp(this IServiceCollection services)
    {
        services.AddScoped<IScheduledTask, AskForNews>();
        services.AddScoped<IScheduledTask, FollowUpDigest>();
        return services;
    }
}
