using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable RS0030 // Part of the audit itself. Tracked one by one, the rows that say on which timelines an entry stands would cost as much as the records do.

namespace TradeMission.Web.Data;

/// <summary>Writes on which timelines entries of the audit trail stand, hundreds to a statement.</summary>
internal static class AuditSubjectRows
{
    /// <summary>Rows in one statement: servers take a thousand of them, and about two thousand parameters.</summary>
    private const int Together = 900;

    /// <summary>Inside the transaction that wrote the entries.</summary>
    public static async Task AddAsync(TradeDbContext db, IEnumerable<(long Entry, string Record, long Id)> subjects, CancellationToken cancellation)
    {
        foreach (var some in subjects.Chunk(Together))
        {
            var insert = InsertInto(db);
            var sql = new StringBuilder(insert);
            var values = new List<object>();
            var places = new Dictionary<object, int>();
            foreach (var (entry, name, id) in some)
            {
                sql.Append(CultureInfo.InvariantCulture, $"{(sql.Length == insert.Length ? "" : ", ")}({{{PlaceOf(entry)}}}, {{{PlaceOf(name)}}}, {{{values.Count}}})");
                values.Add(id);
            }

            await db.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancellation);

            // Few entries and few names, each of which is a parameter once.
            int PlaceOf(object value)
            {
                if (!places.TryGetValue(value, out var place))
                {
                    places[value] = place = values.Count;
                    values.Add(value);
                }

                return place;
            }
        }
    }

    private static string InsertInto(TradeDbContext db)
    {
        var type = db.Model.FindEntityType(typeof(AuditSubject))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var quoted = db.GetService<ISqlGenerationHelper>();
        var columns = new[] { nameof(AuditSubject.AuditEntryId), nameof(AuditSubject.Record), nameof(AuditSubject.RecordId) }
            .Select(property => quoted.DelimitIdentifier(type.FindProperty(property)!.GetColumnName(table)!));
        return $"INSERT INTO {quoted.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns)}) VALUES ";
    }
}
