using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>Turns what the change tracker holds into audit entries. Every record is audited unless its type is named here as exempt.</summary>
public sealed class AuditTrail
{
    /// <summary>
    /// Not audited: the trail itself, figures derived from audited records, keys, and what Identity keeps beside a user. Nor the outbox and the runs of daily
    /// tasks: nobody changes them, they say themselves when what happened, and a letter's links must not outlive it in a trail that is never emptied. Nor what is kept
    /// for a while only: what was deleted stands in the trail already, and a draft, of a form or of an import, is no record yet. Nor merges: each record that one moves has an entry of its own.
    /// </summary>
    public static IReadOnlySet<Type> Exempt { get; } = new HashSet<Type>
    {
        typeof(AuditEntry), typeof(AuditSubject), typeof(MissionTotal), typeof(TierTotal), typeof(SubmittedForm), typeof(ImportDraft), typeof(DataProtectionKey),
        typeof(OutgoingMail), typeof(TaskRun), typeof(DeletedRecord), typeof(FormDraft), typeof(Merge),
        typeof(IdentityUserClaim<long>), typeof(IdentityUserLogin<long>), typeof(IdentityUserToken<long>), typeof(IdentityRoleClaim<long>),
        typeof(IdentityRole<long>), typeof(IdentityUserPasskey<long>),
    };

    /// <summary>Fields that change without anybody changing them.</summary>
    public static IReadOnlySet<string> Noise { get; } = new HashSet<string>
    {
        "Id", "Version", DerivedText.SearchText, DerivedText.SearchKeys, DerivedText.NameKey, DerivedText.OtherNameKey, nameof(TradeUser.SecurityStamp),
        nameof(TradeUser.ConcurrencyStamp), nameof(TradeUser.NormalizedEmail), nameof(TradeUser.NormalizedUserName), nameof(TradeUser.AccessFailedCount), nameof(TradeUser.LastSignedInAt),
    };

    /// <summary>What a deal, a step, a consultation or a snapshot works out from what is audited anyway, and rows that an import keeps itself.</summary>
    public static IReadOnlySet<string> Derived { get; } = new HashSet<string>
    {
        "Deal.Stage", "Deal.State", "Deal.ContractAmount", "Deal.ContractCurrency", "Deal.ContractBase", "Deal.IsAtLeast", "Deal.Tier", "Deal.WithoutRate", "Deal.ExpectedOn",
        "Deal.Likelihood", "Deal.RatesFrom", "Deal.RatesTo", "Deal.MissionId", "DealStep.Number", "DealStep.Place", "DealStep.IsStruck", "DealStep.Tier", "DealStep.RatedOn",
        "Consultation.RatedOn", "ReportSnapshot.Content",
        "Import.Content", "Import.Made", "Import.Key", "Import.Fingerprint",
    };

    private static readonly HashSet<string> Secret = [nameof(TradeUser.PasswordHash)];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly List<Draft> drafts;
    private readonly List<EntityEntry> shared;
    private List<AuditEntry> written = [];

    private AuditTrail(List<Draft> drafts, List<EntityEntry> shared) => (this.drafts, this.shared) = (drafts, shared);

    public bool IsEmpty => drafts.Count + shared.Count == 0;

    /// <summary>What is about to be deleted.</summary>
    public IEnumerable<EntityEntry> Deleted => drafts.Where(draft => draft.State == EntityState.Deleted).Select(draft => draft.Entry);

    /// <summary>What is about to be saved; take it before saving, since afterwards the old values are gone.</summary>
    /// <param name="act">Whose entry stands for whatever else is made or deleted; null where each record has its own.</param>
    internal static AuditTrail Of(ChangeTracker tracker, AuditedAct? act = null)
    {
        var drafts = new List<Draft>();
        var shared = new List<EntityEntry>();
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted) || Exempt.Contains(entry.Metadata.ClrType))
            {
                continue;
            }

            if (act is not null && entry.Entity != act.Record && entry.State != EntityState.Modified)
            {
                shared.Add(entry);
                continue;
            }

            var changes = ChangesOf(entry).ToList();
            if (changes.Count > 0 || entry.State != EntityState.Modified)
            {
                drafts.Add(new Draft(entry, entry.State, changes, WholesBefore(entry)));
            }
        }

        return shared.Count == 0 || act!.IsWritten || drafts.Exists(draft => draft.Entry.Entity == act.Record)
            ? new AuditTrail(drafts, shared)
            : throw new InvalidOperationException($"{act.Record} stands for {shared.Count} records and is not saved with them");
    }

    /// <summary>The entries, once the new records have their ids.</summary>
    public IReadOnlyList<AuditEntry> Written(Actor actor, DateTime at, string? reason) => written = [.. drafts.Select(draft => new AuditEntry
    {
        At = at,
        ActorId = actor.Id,
        ActorName = actor.Name,
        RequestId = actor.RequestId,
        Reason = reason,
        Act = draft.State switch { EntityState.Added => AuditAct.Created, EntityState.Deleted => AuditAct.Deleted, _ => AuditAct.Changed },
        Record = NameOf(draft.Entry.Metadata.ClrType),
        RecordId = IdOf(draft.Entry),
        Changes = Write(draft.Changes.Select(change => change.Written)),
    })];

    /// <summary>On whose timelines the entries stand, once they are saved: their own records', those of what these are part of, and those of what an act stands for.</summary>
    internal IEnumerable<(long Entry, string Record, long Id)> Subjects(AuditedAct? act)
    {
        var own = drafts.Zip(written).SelectMany(pair => WholesOf(pair.First).Prepend((Type: pair.First.Entry.Metadata.ClrType, Id: pair.Second.RecordId)).Distinct()
            .Select(subject => (pair.Second.Id, NameOf(subject.Type), subject.Id)));
        return act?.EntryOf(written) is { } shares ? own.Concat(shared.Select(entry => (shares, NameOf(entry.Metadata.ClrType), IdOf(entry)))) : own;
    }

    public static string Write(IEnumerable<AuditChange> changes) => JsonSerializer.Serialize(changes, Json);

    public static IReadOnlyList<AuditChange> Read(string changes) => JsonSerializer.Deserialize<List<AuditChange>>(changes, Json) ?? [];

    /// <summary>The name that entries give a type of record.</summary>
    public static string NameOf(Type type) => type == typeof(TradeUser) ? "User" : type == typeof(IdentityUserRole<long>) ? "UserRole" : type.Name;

    /// <summary>
    /// On whose timelines else an entry stands. A consultation has one of its own: on its mission's it would bury everything else, and make reading that as
    /// long as the mission has consultations. Only its deletion stands there, since then its own page is gone.
    /// </summary>
    private static IEnumerable<(Type Type, long Id)> WholesOf(Draft draft) =>
        draft.Entry.Entity is Consultation && draft.State != EntityState.Deleted ? [] : draft.WholesBefore.Concat(WholesOf(draft.Entry.Entity));

    private static IEnumerable<(Type Type, long Id)> WholesOf(object record) => record switch
    {
        IPartOf part => part.Wholes,
        IdentityUserRole<long> role => [(typeof(TradeUser), role.UserId)],
        _ => [],
    };

    /// <summary>What has been moved or deleted stands on the timelines of what it was part of, too.</summary>
    private static List<(Type Type, long Id)> WholesBefore(EntityEntry entry) =>
        entry.State != EntityState.Added && entry.Properties.Any(property => property.Metadata.IsForeignKey() && (property.IsModified || entry.State == EntityState.Deleted))
            ? [.. WholesOf(entry.OriginalValues.ToObject())]
            : [];

    private static IEnumerable<PendingChange> ChangesOf(EntityEntry entry)
    {
        foreach (var property in entry.Properties)
        {
            if (Derived.Contains($"{entry.Metadata.ClrType.Name}.{property.Metadata.Name}"))
            {
                continue;
            }

            if (property.Metadata.IsPrimaryKey() && entry.Metadata.ClrType != typeof(IdentityUserRole<long>))
            {
                continue;
            }

            if (ChangeOf(entry.State, property, property.Metadata.Name, true, true) is { } change)
            {
                yield return change;
            }
        }

        foreach (var complex in entry.ComplexProperties)
        {
            var name = complex.Metadata.Name;
            var now = complex.CurrentValue is not null;
            // What was not there has no original value of its own; its required texts tell, since its numbers read as 0.
            var was = complex.Properties.All(property => property.Metadata.IsNullable || property.OriginalValue is not null);
            foreach (var property in complex.Properties)
            {
                if (ChangeOf(entry.State, property, $"{name}.{property.Metadata.Name}", was, now) is { } change)
                {
                    yield return change;
                }
            }
        }
    }

    private static PendingChange? ChangeOf(EntityState state, PropertyEntry property, string name, bool was, bool now)
    {
        if (Noise.Contains(property.Metadata.Name))
        {
            return null;
        }

        var from = state == EntityState.Added || !was ? null : Text(property.OriginalValue);
        var to = state == EntityState.Deleted || !now ? null : Text(property.CurrentValue);
        if (from == to)
        {
            return null;
        }

        return Secret.Contains(property.Metadata.Name)
            ? new PendingChange(new AuditChange(name, from is null ? null : "•", to is null ? null : "••"), null)
            : new PendingChange(new AuditChange(name, from, to), property.IsTemporary ? property : null);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static long IdOf(EntityEntry entry) => entry.Entity switch
    {
        Entity entity => entity.Id,
        TradeUser user => user.Id,
        IdentityUserRole<long> role => role.UserId,
        _ => throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} has no id that the audit trail knows; make it an {nameof(Entity)} or name it in {nameof(Exempt)}."),
    };

    private sealed record Draft(EntityEntry Entry, EntityState State, List<PendingChange> Changes, List<(Type Type, long Id)> WholesBefore);

    /// <param name="Change">As far as it is known before saving.</param>
    /// <param name="Unsaved">The key of a new record, which only saving tells.</param>
    private sealed record PendingChange(AuditChange Change, PropertyEntry? Unsaved)
    {
        public AuditChange Written => Unsaved is null ? Change : Change with { To = Text(Unsaved.CurrentValue) };
    }
}
