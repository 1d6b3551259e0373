namespace TradeMission.Web.Infrastructure.Schedule;

/// <summary>A task registers itself where its room is set up: <c>services.AddScoped&lt;IScheduledTask, NewsRequests&gt;()</c>.</summary>
public static class ScheduleSetup
{
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddSingleton<DailySchedule>();
        services.AddHostedService(provider => provider.GetRequiredService<DailySchedule>());
        return services;
    }
}
