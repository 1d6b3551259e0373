using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>What every save makes true before anything is written: names in NFC, search text and keys, versions, lengths.</summary>
internal static class SavePreparation
{
    public static void Of(ChangeTracker tracker)
    {
        TouchDeals(tracker);
        foreach (var entry in tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties.Where(property => property.Metadata.ClrType == typeof(string) && property.CurrentValue is string))
            {
                var text = (string)property.CurrentValue!;
                var composed = SearchText.Composed(text);
                if (!ReferenceEquals(text, composed))
                {
                    property.CurrentValue = composed;
                }
            }

            DerivedText.Write(entry);
            if (entry is { Entity: Entity, State: EntityState.Modified } && !DerivedText.IsAllThatChanged(entry))
            {
                var version = entry.Property(nameof(Entity.Version));
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }

            ColumnLimits.Check(entry);
        }
    }

    /// <summary>
    /// What a deal stands for is worked out from all of its steps and their files, also where that leaves the deal's own row as it was: of two who change some without
    /// having seen each other's, the second must not succeed.
    /// </summary>
    /// <exception cref="InvalidOperationException">A step is saved without its deal: what the deal stands for cannot have been worked out.</exception>
    private static void TouchDeals(ChangeTracker tracker)
    {
        var ofFiles = tracker.Entries<EvidenceFile>().Where(IsChanged).Select(file => IdOf(file, nameof(EvidenceFile.DealStepId))).ToHashSet();
        var steps = tracker.Entries<DealStep>().Where(step => IsChanged(step) || ofFiles.Contains(step.Entity.Id)).Select(step => IdOf(step, nameof(DealStep.DealId))).ToHashSet();
        var deals = tracker.Entries<Deal>().ToDictionary(deal => deal.Property<long>(nameof(Entity.Id)).CurrentValue);
        foreach (var id in steps)
        {
            var deal = deals.GetValueOrDefault(id) ?? throw new InvalidOperationException($"Deal {id} is not loaded, and one of its steps changes");
            if (deal.State == EntityState.Unchanged)
            {
                deal.Property(nameof(Entity.Version)).IsModified = true;
            }
        }
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    /// <summary>A new record knows its whole by now; one that is cut off knew it before.</summary>
    private static long IdOf(EntityEntry part, string whole) => part.Property(whole) is var id && part.State == EntityState.Deleted ? (long)id.OriginalValue! : (long)id.CurrentValue!;
}
