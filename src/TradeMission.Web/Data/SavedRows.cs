using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TradeMission.Web.Data;

/// <summary>Counts, while a large save runs, the records that the server has taken: a save of thousands would otherwise say nothing until its end.</summary>
public sealed class SavedRows : DbCommandInterceptor
{
    private static readonly AsyncLocal<Action<int>?> Counted = new();

    /// <summary>Counts what this flow of control saves, until disposed.</summary>
    public static IDisposable CountInto(Action<int> taken)
    {
        Counted.Value = taken;
        return new Ending();
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.SaveChanges)
        {
            Counted.Value?.Invoke(Inserts(command.CommandText));
        }

        return new(result);
    }

    /// <summary>One on servers that take a row at a time; on others a batch holds as many as it has rows of values.</summary>
    private static int Inserts(string sql)
    {
        var rows = 0;
        foreach (var line in sql.AsSpan().EnumerateLines())
        {
            rows += line.StartsWith("VALUES (") || line.StartsWith("(@") ? 1 : 0;
        }

        return rows;
    }

    private sealed class Ending : IDisposable
    {
        public void Dispose() => Counted.Value = null;
    }
}
