using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TradeMission.Web.Infrastructure;

/// <summary>A check that reads much: once, and again only after a while, however often somebody asks.</summary>
/// <param name="fresh">How long an answer holds.</param>
public abstract class OccasionalCheck(IServiceScopeFactory scopes, TimeProvider clock, TimeSpan fresh) : IHealthCheck, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private (DateTimeOffset At, HealthCheckResult Result)? last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (last is { } known && now - known.At < fresh)
            {
                return known.Result;
            }

            await using var scope = scopes.CreateAsyncScope();
            var result = await CheckAsync(scope.ServiceProvider, cancellationToken);
            last = (now, result);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        turn.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<HealthCheckResult> CheckAsync(IServiceProvider services, CancellationToken cancellation);
}
