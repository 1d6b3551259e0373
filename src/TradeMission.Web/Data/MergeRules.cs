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
        var wanted = new Dictionary<Type, HashSet<long>> { [typeof(Company)] = [], [typeof(Buyer)] = [], [typeof(Participation)] = [] };
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var key in entry.Metadata.GetForeignKeys().Where(key => wanted.ContainsKey(key.PrincipalEntityType.ClrType)))
            {
                var property = entry.Property(key.Properties[0].Name);
                if (property.CurrentValue is > 0L and long id && (entry.State == EntityState.Added || property.IsModified))
                {
                    wanted[key.PrincipalEntityType.ClrType].Add(id);
                }
            }
        }

        await CheckAsync<Company>(db, wanted[typeof(Company)], cancellation);
        await CheckAsync<Buyer>(db, wanted[typeof(Buyer)], cancellation);
        await CheckAsync<Participation>(db, wanted[typeof(Participation)], cancellation);
    }

    private static async Task CheckAsync<TRecord>(TradeDbContext db, HashSet<long> wanted, CancellationToken cancellation)
        where TRecord : Entity, IMergeable
    {
        if (wanted.Count > 0)
        {
            // Undoing a merge makes them stand for themselves in this very save.
            wanted.ExceptWith(db.ChangeTracker.Entries<TRecord>().Where(record => record.Property(own => own.MergedIntoId) is { IsModified: true, CurrentValue: null }).Select(record => record.Entity.Id));
        }

        foreach (var some in wanted.InQuestions())
        {
            var merged = await db.Set<TRecord>().IgnoreQueryFilters().Where(record => some.Contains(record.Id) && record.MergedIntoId != null).Select(record => record.Id).ToListAsync(cancellation);
            if (merged.Find(wanted.Contains) is > 0 and var gone)
            {
                throw new DbUpdateConcurrencyException($"{typeof(TRecord).Name} {gone} was merged into another");
            }
        }
    }
}
