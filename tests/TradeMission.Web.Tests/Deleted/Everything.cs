using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Deleted;

/// <summary>All records of a database and the stored totals, to be compared: without versions, and with ids as they were before some were given anew.</summary>
internal static class Everything
{
    /// <param name="was">From what an id is now to what it was, by type.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(TradeDbContext db, IReadOnlyDictionary<(Type Type, long Id), long>? was = null)
    {
        var lines = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => typeof(Entity).IsAssignableFrom(type.ClrType) && !AuditTrail.Exempt.Contains(type.ClrType)))
        {
            foreach (var record in await LoadAsync(db, type.ClrType))
            {
                lines.Add(LineOf(db.Entry(record), was));
            }
        }

        foreach (var total in await db.MissionTotals.AsNoTracking().ToListAsync())
        {
            // A row of noughts says what no row says.
            lines.AddRange(total is { Consultations: 0, Buyers: 0, ConsultationValue: 0, ContractValue: 0 } ? [] : new[]
            {
                $"Total {Of(typeof(Mission), total.MissionId, was)} {total.Scope} {Of(ScopeOf(total.Scope), total.ScopeId, was)} {total.Consultations} {total.Buyers} {total.ConsultationValue:0.############} {total.ContractValue:0.############}",
            });
        }

        db.ChangeTracker.Clear();
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static async Task<List<object>> LoadAsync(TradeDbContext db, Type type)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, null)!;
        return await set.ToListAsync();
    }

    private static string LineOf(EntityEntry entry, IReadOnlyDictionary<(Type, long), long>? was)
    {
        var keys = entry.Metadata.GetForeignKeys().ToDictionary(key => key.Properties[0].Name, key => key.PrincipalEntityType.ClrType);
        var values = entry.Properties.Where(property => property.Metadata.Name != nameof(Entity.Version)).Select(property => (property.Metadata.Name, Value: property.CurrentValue switch
        {
            long id when property.Metadata.IsPrimaryKey() => Of(entry.Metadata.ClrType, id, was),
            long id when keys.TryGetValue(property.Metadata.Name, out var whole) => Of(whole, id, was),
            var other => other,
        }))
            .Concat(entry.ComplexProperties.SelectMany(complex => complex.CurrentValue is null ? [] : complex.Properties.Select(part => ($"{complex.Metadata.Name}.{part.Metadata.Name}", part.CurrentValue))));
        return $"{entry.Metadata.ClrType.Name} {string.Join("; ", values.Select(value => $"{value.Item1}={Text(value.Item2)}"))}";
    }

    private static string? Text(object? value) => value is decimal number ? number.ToString("0.############", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static long Of(Type type, long id, IReadOnlyDictionary<(Type, long), long>? was) => was is not null && was.TryGetValue((type, id), out var before) ? before : id;

    private static Type ScopeOf(TotalScope scope) => scope switch
    {
        TotalScope.Mission => typeof(Mission),
        TotalScope.Stop => typeof(Stop),
        _ => typeof(Participation),
    };
}
