using Microsoft.Extensions.Diagnostics.HealthChecks;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure;

/// <summary>Whether stored totals are what the records add up to. The records are read at most once a minute, however often somebody asks.</summary>
public sealed class TotalsHealth(IServiceScopeFactory scopes, TimeProvider clock) : OccasionalCheck(scopes, clock, TimeSpan.FromMinutes(1))
{
    protected override async Task<HealthCheckResult> CheckAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var differences = await services.GetRequiredService<TotalsCheck>().FindAsync(cancellationToken: cancellation);
        return differences.Count == 0
            ? HealthCheckResult.Healthy("Stored totals equal the records.")
            : HealthCheckResult.Unhealthy($"{differences.Count} stored totals differ from the records of {differences.Select(difference => difference.MissionId).Distinct().Count()} missions.");
    }
}
