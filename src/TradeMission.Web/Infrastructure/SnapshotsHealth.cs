using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure;

/// <summary>Whether the reports of closed missions are what they were when they were closed. They are read one after the other, at most once an hour.</summary>
public sealed class SnapshotsHealth(IServiceScopeFactory scopes, TimeProvider clock) : OccasionalCheck(scopes, clock, TimeSpan.FromHours(1))
{
    protected override async Task<HealthCheckResult> CheckAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var changed = new List<string>();
        await foreach (var snapshot in services.GetRequiredService<TradeDbContext>().ReportSnapshots.AsNoTracking().OrderBy(snapshot => snapshot.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!snapshot.IsIntact)
            {
                changed.Add($"mission {snapshot.MissionId} version {snapshot.Number}");
            }
        }

        return changed.Count == 0
            ? HealthCheckResult.Healthy("Reports of closed missions are as they were closed.")
            : HealthCheckResult.Unhealthy($"Reports of closed missions were changed afterwards: {string.Join(", ", changed)}.");
    }
}
