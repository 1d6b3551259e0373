using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure;

/// <summary>/healthz: is it right; /healthz/ready: can it serve, with reasons.</summary>
public static class Health
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddScoped<TotalsCheck>();
        services.AddSingleton<TotalsHealth>();
        services.AddSingleton<SnapshotsHealth>();
        services.AddHealthChecks().AddDbContextCheck<TradeDbContext>("database", tags: ["ready"]).AddCheck<TotalsHealth>("totals").AddCheck<SnapshotsHealth>("snapshots");
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = WriteAsync, Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), entry.Value.Description }),
        }));
    }
}
