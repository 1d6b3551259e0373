using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using TradeMission.Domain.Shared;

#pragma warning disable RS0030 // Part of the audit itself. Tracked one by one, the rows that say on which timelines an entry stands would cost as much as the records do.

namespace TradeMission.Web.Data;

/// <summary>Many records that are made or deleted as one act, in one save or in several of one transaction: they share the audit entry of one record.</summary>
/// <param name="record">Saved with the first of them.</param>
/// <param name="ended">Called when it is over.</param>
internal sealed class AuditedAct(Entity record, Action ended) : IDisposable
{
    /// <summary>Rows in one statement: servers take a thousand of them, and about two thousand parameters.</summary>
    private const int Together = 900;

    private long? entry;

    public Entity Record => record;

    /// <summary>Whether an earlier save has written the entry.</summary>
    public bool IsWritten => entry is not null;

    /// <summary>Lets the entry stand on the timelines of these records.</summary>
    /// <param name="written">The entries of this save.</param>
    public async Task ShareAsync(TradeDbContext db, IReadOnlyList<AuditEntry> written, IEnumerable<(string Record, long Id)> others, CancellationToken cancellation)
    {
        entry ??= written.Single(one => one.Record == AuditTrail.NameOf(record.GetType()) && one.RecordId == record.Id).Id;
        var insert = InsertInto(db);
        foreach (var some in others.Chunk(Together))
        {
            var sql = new StringBuilder(insert);
            var values = new List<object> { entry.Value };
            var names = new Dictionary<string, int>();
            foreach (var (name, id) in some)
            {
                if (!names.TryGetValue(name, out var place))
                {
                    names[name] = place = values.Count;
                    values.Add(name);
                }

                sql.Append(CultureInfo.InvariantCulture, $"{(sql.Length == insert.Length ? "" : ", ")}({{0}}, {{{place}}}, {{{values.Count}}})");
                values.Add(id);
            }

            await db.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancellation);
        }
    }

    public void Dispose() => ended();

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
