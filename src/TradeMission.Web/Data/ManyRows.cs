using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable RS0030 // Part of what a save writes. One by one, each row would be a statement that is built, parsed and planned.

namespace TradeMission.Web.Data;

/// <summary>Writes rows of one table, many to a statement.</summary>
internal static class ManyRows
{
    /// <summary>In one statement: servers take about two thousand, and SQLite's client looks for each of them among all.</summary>
    private const int Parameters = 900;

    /// <summary>Inside the transaction of the save that they belong to.</summary>
    /// <param name="columns">Of one type of record.</param>
    /// <param name="rows">A value of the model for each column.</param>
    public static async Task InsertAsync(TradeDbContext db, IReadOnlyList<IProperty> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var insert = InsertInto(db, columns);
        var mappings = columns.Select(column => column.GetRelationalTypeMapping()).ToList();
        await using var maker = db.Database.GetDbConnection().CreateCommand();
        foreach (var some in rows.Chunk(Parameters / columns.Count))
        {
            var sql = new StringBuilder(insert);
            var parameters = new List<object>();
            var names = new Dictionary<(int Column, object? Value), string>();
            foreach (var row in some)
            {
                sql.Append(sql.Length == insert.Length ? "(" : ", (").AppendJoin(", ", row.Select((value, column) => NameOf(column, value))).Append(')');
            }

            await db.Database.ExecuteSqlRawAsync(sql.ToString(), parameters, cancellation);

            // What many rows share is a parameter once.
            string NameOf(int column, object? value)
            {
                if (!names.TryGetValue((column, value), out var name))
                {
                    names[(column, value)] = name = string.Create(CultureInfo.InvariantCulture, $"@p{parameters.Count}");
                    parameters.Add(mappings[column].CreateParameter(maker, name, value, columns[column].IsNullable || value is null));
                }

                return name;
            }
        }
    }

    private static string InsertInto(TradeDbContext db, IReadOnlyList<IProperty> columns)
    {
        var table = StoreObjectIdentifier.Create(columns[0].DeclaringType, StoreObjectType.Table)!.Value;
        var quoted = db.GetService<ISqlGenerationHelper>();
        return $"INSERT INTO {quoted.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns.Select(column => quoted.DelimitIdentifier(column.GetColumnName(table)!)))}) VALUES ";
    }
}
