using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>What no save may do: hang a record on one that somebody has merged into another since it was looked up. There nobody would find it.</summary>
internal static class MergeRules
{
    /// <exception cref="DbUpdateConcurrencyException">The save would.</exception>
    public static async Task CheckAsync(TradeDbContext db, CancellationToken cancellation)
    {
        await CheckAsync<Company>(db, cancellation);
        await CheckAsync<Buyer>(db, cancellation);
        await CheckAsync<Participation>(db, cancellation);
    }

    private static async Task CheckAsync<TRecord>(TradeDbContext db, CancellationToken cancellation)
        where TRecord : Entity, IMergeable
    {
        var wanted = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .SelectMany(entry => entry.Properties.Where(property => property.Metadata.IsForeignKey() && (entry.State == EntityState.Added || property.IsModified)))
            .Where(property => property.CurrentValue is > 0L && property.Metadata.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(TRecord)))
            .Select(property => (long)property.CurrentValue!).ToHashSet();
        wanted.ExceptWith(db.ChangeTracker.Entries<TRecord>().Where(record => record.Property(own => own.MergedIntoId) is { IsModified: true, CurrentValue: null }).Select(record => record.Entity.Id));
        if (wanted.Count == 0)
        {
            return;
        }

        var merged = await db.Set<TRecord>().IgnoreQueryFilters().Where(record => wanted.Contains(record.Id) && record.MergedIntoId != null).Select(record => record.Id).ToListAsync(cancellation);
        if (merged.Find(wanted.Contains) is > 0 and var gone)
        {
            throw new DbUpdateConcurrencyException($"{typeof(TRecord).Name} {gone} was merged into another");
        }
    }
}
