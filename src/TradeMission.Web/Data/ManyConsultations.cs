using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>New consultations of a save that makes many: they have a key of their own before the database gives them an id, so they can go out together and be found again.</summary>
internal static class ManyConsultations
{
    /// <summary>From here on it is worth the question for the ids.</summary>
    private const int Many = 50;

    /// <summary>Inside the transaction of the save, which goes on with what is left: to the tracker these are saved.</summary>
    /// <returns>How many were inserted.</returns>
    /// <exception cref="DbUpdateException">The database refuses one of them.</exception>
    public static async Task<int> InsertAsync(TradeDbContext db, CancellationToken cancellation)
    {
        var added = db.ChangeTracker.Entries<Consultation>().Where(entry => entry.State == EntityState.Added).ToList();
        if (added.Count < Many || added.Exists(WaitsForAnother))
        {
            return 0;
        }

        var columns = added[0].Metadata.GetFlattenedProperties().Where(column => !column.IsPrimaryKey()).ToList();
        try
        {
            await ManyRows.InsertAsync(db, columns, added.Select(entry => ValuesOf(entry, columns)), cancellation);
        }
        catch (DbException refused)
        {
            throw new DbUpdateException(refused.Message, refused);
        }

        var ids = new Dictionary<Guid, long>();
        foreach (var keys in added.Select(entry => entry.Entity.ClientId).InQuestions())
        {
            var found = db.Consultations.Where(consultation => keys.Contains(consultation.ClientId)).Select(consultation => new { consultation.ClientId, consultation.Id });
            await foreach (var consultation in found.AsAsyncEnumerable().WithCancellation(cancellation))
            {
                ids[consultation.ClientId] = consultation.Id;
            }
        }

        foreach (var entry in added)
        {
            // Its deals hear of the id from the tracker.
            entry.Property(consultation => consultation.Id).CurrentValue = ids[entry.Entity.ClientId];
            entry.State = EntityState.Unchanged;
        }

        return added.Count;
    }

    /// <summary>Whether it refers to a record that is saved with it and has no id yet.</summary>
    private static bool WaitsForAnother(EntityEntry<Consultation> entry) =>
        entry.Metadata.GetForeignKeys().SelectMany(key => key.Properties).Any(property => entry.Property(property).IsTemporary);

    private static object?[] ValuesOf(EntityEntry<Consultation> entry, IReadOnlyList<IProperty> columns)
    {
        var values = entry.CurrentValues;
        var hasValue = entry.Entity.Value is not null;

        // The numbers of an amount that is not there would read as 0.
        return [.. columns.Select(column => column.DeclaringType.ClrType == typeof(Valued) && !hasValue ? null : values[column])];
    }
}
