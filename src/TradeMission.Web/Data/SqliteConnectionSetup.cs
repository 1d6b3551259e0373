using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TradeMission.Web.Data;

/// <summary>
/// What SQLite forgets with every connection. Opening one is dear (functions, collations and pragmas anew), so a context keeps it from its first query
/// until it is disposed of or goes back to the pool.
/// </summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();

        // Whoever asks whether the file is there opens another connection than the context's own, and closes it.
        if (eventData.Context is { } db && db.Database.GetDbConnection() == connection)
        {
            db.Database.OpenConnection();
        }
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
