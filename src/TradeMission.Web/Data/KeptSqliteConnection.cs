using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable EF1001 // There is no public way to tell a context that goes back to the pool to keep its connection.

namespace TradeMission.Web.Data;

/// <summary>
/// Stays open from the first query until its context is disposed of for good, in the pool as well. Opening one is dear (functions, collations and pragmas anew), and what has
/// been prepared on it lasts as long as it does: see <see cref="PreparedCommands"/>.
/// </summary>
internal sealed class KeptSqliteConnection(
    RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, commands, logger)
{
    protected override void CloseDbConnection()
    {
    }

    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;

    protected override void DisposeDbConnection()
    {
        PreparedCommands.Forget(DbConnection);
        base.DisposeDbConnection();
    }

    protected override ValueTask DisposeDbConnectionAsync()
    {
        PreparedCommands.Forget(DbConnection);
        return base.DisposeDbConnectionAsync();
    }
}
