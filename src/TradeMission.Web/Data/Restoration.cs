using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>
/// Brings a deleted record back with its parts, through the ordinary save, so that audit, totals and search keys follow. Its id is its own again where the database gives
/// none away itself; otherwise it gets another, and what refers to the old one is led there.
/// </summary>
public sealed class Restoration(TradeDbContext db, bool keepsIds)
{
    private readonly Dictionary<(string Record, long Id), long> restored = [];
    private readonly Dictionary<(string Record, long Id), long> led = [];

    /// <summary>Which id each restored record has now, by its type's name and the id that it had.</summary>
    public IReadOnlyDictionary<(string Record, long Id), long> Ids => restored;

    /// <param name="reason">Stands in the audit trail.</param>
    public async Task<RestorationOutcome> RestoreAsync(DeletedRecord deleted, string reason, CancellationToken cancellation)
    {
        if (!deleted.CanBeRestored(db.Clock.GetUtcNow().UtcDateTime))
        {
            return new RestorationOutcome(null, RestorationRefusal.AlreadyRestored);
        }

        var records = KeptValues.Read(deleted.Content!);
        await using var turn = await db.BeginWriteAsync(cancellation);
        try
        {
            if (await RefusalAsync(deleted, records, cancellation) is { } refused)
            {
                return refused;
            }

            deleted.MarkRestored(db.Actor.Name, db.Clock.GetUtcNow().UtcDateTime);
            var root = await AddAsync(records, reason, cancellation);
            deleted.LeadTo(root.Id);
            await db.SaveChangesAsync(cancellation);
            await turn.CommitAsync(cancellation);
            return new RestorationOutcome(root);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refused(RestorationRefusal.AlreadyRestored);
        }
        catch (DbUpdateException wrong) when (db.IsDuplicate(wrong))
        {
            return Refused(RestorationRefusal.Taken);
        }
    }

    private RestorationOutcome Refused(RestorationRefusal refusal)
    {
        db.ChangeTracker.Clear();
        return new RestorationOutcome(null, refusal);
    }

    private async Task<RestorationOutcome?> RefusalAsync(DeletedRecord deleted, List<KeptValues> records, CancellationToken cancellation)
    {
        var own = records.Select(record => (record.Record, record.Id)).ToHashSet();
        var missions = new HashSet<Mission>();
        foreach (var record in records)
        {
            foreach (var key in TypeOf(record.Record).GetForeignKeys())
            {
                if (ForeignIdOf(record, key) is not { } id || own.Contains((NameOf(key), id)))
                {
                    continue;
                }

                if (await FindAsync(key, id, cancellation) is not { } whole)
                {
                    return new RestorationOutcome(null, RestorationRefusal.WholeIsGone, NameOf(key));
                }

                if ((whole as Mission ?? (whole is Stop stop ? await db.Missions.FindAsync([stop.MissionId], cancellation) : null)) is { } mission)
                {
                    missions.Add(mission);
                }
            }
        }

        var kind = TypeOf(deleted.Record).ClrType;
        foreach (var mission in missions)
        {
            if (kind == typeof(Consultation) ? !mission.TakesConsultations : mission.Status == MissionStatus.Closed && IsPartOfItsReport(kind))
            {
                return new RestorationOutcome(null, RestorationRefusal.MissionIsOver);
            }

            if (await HasOtherCurrencySinceAsync(mission, deleted.DeletedAt, cancellation))
            {
                return new RestorationOutcome(null, RestorationRefusal.OtherCurrency);
            }
        }

        return null;
    }

    /// <summary>A mission that is closed keeps these as they are.</summary>
    private static bool IsPartOfItsReport(Type kind) => kind == typeof(Stop) || kind == typeof(Participation) || kind == typeof(StatedTotal) || kind == typeof(HostSupport);

    private async Task<bool> HasOtherCurrencySinceAsync(Mission mission, DateTime since, CancellationToken cancellation)
    {
        var name = AuditTrail.NameOf(typeof(Mission));
        var changes = await db.AuditEntries.Where(entry => entry.Record == name && entry.RecordId == mission.Id && entry.Act == AuditAct.Changed && entry.At >= since)
            .Select(entry => entry.Changes).ToListAsync(cancellation);
        return changes.SelectMany(AuditTrail.Read).Any(change => change.Field == nameof(Mission.BaseCurrency));
    }

    /// <summary>What a foreign key points at now: what was restored under another id or merged into another is found there.</summary>
    private async Task<object?> FindAsync(IForeignKey key, long id, CancellationToken cancellation)
    {
        var type = key.PrincipalEntityType.ClrType;
        if (await db.FindAsync(type, [id], cancellation) is { } found)
        {
            return found;
        }

        var name = NameOf(key);
        if (await Whereabouts.NowAtAsync(db, name, id, cancellation) is not { } now || await db.FindAsync(type, [now], cancellation) is not { } elsewhere)
        {
            return null;
        }

        led[(name, id)] = now;
        return elsewhere;
    }

    /// <summary>Level by level: a part is added once what it hangs on has its id.</summary>
    private async Task<Entity> AddAsync(List<KeptValues> records, string reason, CancellationToken cancellation)
    {
        var own = records.Select(record => (record.Record, record.Id)).ToHashSet();
        var waiting = records.ToList();
        Entity? root = null;
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(record => TypeOf(record.Record).GetForeignKeys()
                .All(key => ForeignIdOf(record, key) is not { } id || !own.Contains((NameOf(key), id)) || restored.ContainsKey((NameOf(key), id)))).ToList();
            var added = ready.ConvertAll(record => (record, Made: Add(record)));
            db.Reason = reason;
            await db.SaveChangesAsync(cancellation);
            foreach (var (record, made) in added)
            {
                restored[(record.Record, record.Id)] = made.Id;
                root ??= made;
            }

            waiting = [.. waiting.Except(ready)];
        }

        return root!;
    }

    private Entity Add(KeptValues record)
    {
        var type = TypeOf(record.Record);
        var made = (Entity)Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        var entry = db.Entry(made);
        foreach (var complex in entry.ComplexProperties)
        {
            complex.CurrentValue = ValueOf(complex.Metadata, record);
        }

        foreach (var property in type.GetProperties().Where(property => !property.IsShadowProperty()))
        {
            if (record.Find(property.Name, property.ClrType) is { } value)
            {
                entry.Property(property.Name).CurrentValue = value;
            }
        }

        foreach (var key in type.GetForeignKeys())
        {
            if (ForeignIdOf(record, key) is { } id)
            {
                entry.Property(key.Properties[0].Name).CurrentValue = restored.GetValueOrDefault((NameOf(key), id), led.GetValueOrDefault((NameOf(key), id), id));
            }
        }

        if (keepsIds)
        {
            entry.Property(nameof(Entity.Id)).CurrentValue = record.Id;
        }

        // Whoever has its form open since before the deletion is shown both versions.
        entry.Property(nameof(Entity.Version)).CurrentValue = record.Version + 1;
        entry.State = EntityState.Added;
        return made;
    }

    private static object? ValueOf(IComplexProperty complex, KeptValues record)
    {
        var parts = complex.ComplexType.GetProperties().Select(part => (part, Value: record.Find($"{complex.Name}.{part.Name}", part.ClrType))).Where(part => part.Value is not null).ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        var value = Activator.CreateInstance(complex.ClrType, nonPublic: true)!;
        parts.ForEach(part => part.part.FieldInfo!.SetValue(value, part.Value));
        return value;
    }

    private IEntityType TypeOf(string record) => db.Model.GetEntityTypes().Single(type => AuditTrail.NameOf(type.ClrType) == record);

    private static string NameOf(IForeignKey key) => AuditTrail.NameOf(key.PrincipalEntityType.ClrType);

    private static long? ForeignIdOf(KeptValues record, IForeignKey key) => (long?)record.Find(key.Properties[0].Name, typeof(long?));
}
