using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TradeMission.Web.Data;

/// <summary>
/// SQLite parses and plans a statement each time that it is given one. SQL Server remembers plans by itself; here each connection keeps the statements that it executed last
/// and executes them again with other parameters.
/// </summary>
internal sealed class PreparedCommands : DbCommandInterceptor
{
    /// <summary>Of one connection.</summary>
    private const int Most = 100;

    /// <summary>Characters of a statement that is kept: longer ones hold many rows and hardly come again.</summary>
    private const int Longest = 8_000;

    private static readonly ConditionalWeakTable<DbConnection, Kept> Connections = [];

    /// <summary>Before the connection closes: from here on what is disposed of is gone.</summary>
    public static void Forget(DbConnection connection)
    {
        if (Connections.TryGetValue(connection, out var kept))
        {
            kept.IsOver = true;
        }
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not SqliteCommand { Connection: { } connection, CommandText.Length: <= Longest } plain)
        {
            return result;
        }

        var prepared = Connections.GetOrCreateValue(connection).Take(plain);
        plain.Dispose();
        return prepared;
    }

    /// <summary>The commands of one connection that wait for their text to come again, the one that has waited longest first.</summary>
    private sealed class Kept
    {
        private readonly OrderedDictionary<string, Prepared> waiting = [];

        public bool IsOver { get; set; }

        public Prepared Take(SqliteCommand plain)
        {
            // One that is being read at the moment is not here, and has a twin made.
            if (!waiting.Remove(plain.CommandText, out var prepared))
            {
                prepared = new Prepared(this) { Connection = plain.Connection, CommandText = plain.CommandText };
            }

            prepared.Begin(plain);
            return prepared;
        }

        /// <returns>Whether it is kept.</returns>
        public bool TakeBack(Prepared prepared)
        {
            if (IsOver || !waiting.TryAdd(prepared.CommandText, prepared))
            {
                return false;
            }

            if (waiting.Count > Most)
            {
                var (_, oldest) = waiting.GetAt(0);
                waiting.RemoveAt(0);
                oldest.Dispose();
            }

            return true;
        }
    }

    private sealed class Prepared(Kept owner) : SqliteCommand
    {
        private bool isOut;

        public void Begin(SqliteCommand plain)
        {
            isOut = true;
            Transaction = plain.Transaction;
            CommandTimeout = plain.CommandTimeout;
            foreach (SqliteParameter parameter in plain.Parameters)
            {
                Parameters.Add(parameter);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && isOut)
            {
                isOut = false;
                DataReader?.Dispose();
                Transaction = null;
                Parameters.Clear();
                if (owner.TakeBack(this))
                {
                    return;
                }
            }

            base.Dispose(disposing);
        }
    }
}
