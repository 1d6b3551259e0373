using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TradeMission.Web.Data;

/// <summary>The embedded database: one writer at a time, so writers of this process take turns instead of colliding.</summary>
public sealed class SqliteTradeDbContext(DbContextOptions<SqliteTradeDbContext> options) : TradeDbContext(options)
{
    private const int UniqueIndex = 2067;
    private const int PrimaryKey = 1555;

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
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
