using Microsoft.Extensions.Diagnostics.HealthChecks;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure;

/// <summary>Whether stored totals are what the records add up to. The records are read at most once a minute, however often somebody asks.</summary>
public sealed class TotalsHealth(IServiceScopeFactory scopes, TimeProvider clock) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private (DateTimeOffset At, HealthCheckResult Result)? last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (last is { } known && now - known.At < Fresh)
            {
                return known.Result;
            }

            await using var scope = scopes.CreateAsyncScope();
            var differences = await scope.ServiceProvider.GetRequiredService<TotalsCheck>().FindAsync(cancellationToken: cancellationToken);
            var result = differences.Count == 0
                ? HealthCheckResult.Healthy("Stored totals equal the records.")
                : HealthCheckResult.Unhealthy($"{differences.Count} stored totals differ from the records of {differences.Select(difference => difference.MissionId).Distinct().Count()} missions.");
            last = (now, result);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
