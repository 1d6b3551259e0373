using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TradeMission.Web.Data;

/// <summary>The embedded database: one writer at a time, so writers of this process take turns instead of colliding.</summary>
public sealed class SqliteTradeDbContext(DbContextOptions<SqliteTradeDbContext> options) : TradeDbContext(options)
{
    private const int UniqueIndex = 2067;
    private const int PrimaryKey = 1555;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueIndex or PrimaryKey };

    protected override async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            return NoTurn.Instance;
        }

        var gate = Gates.GetOrAdd(Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1, 1));
        return await gate.WaitAsync(LongestWait, cancellationToken).ConfigureAwait(false)
            ? new Turn(gate)
            : throw new TimeoutException($"No turn to write within {LongestWait.TotalSeconds} s: does somebody save by another context inside a transaction?");
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
