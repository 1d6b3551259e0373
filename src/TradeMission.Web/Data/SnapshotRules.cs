using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeMission.Domain;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data;

/// <summary>What no save may do to snapshots: change or delete one, or close a mission without one.</summary>
internal static class SnapshotRules
{
    /// <exception cref="DomainException">The save would.</exception>
    public static void Check(ChangeTracker tracker)
    {
        var snapshots = tracker.Entries<ReportSnapshot>().ToList();
        if (snapshots.Find(entry => entry.State is EntityState.Modified or EntityState.Deleted) is { } touched)
        {
            throw new DomainException($"Snapshot {touched.Entity.Number} of mission {touched.Entity.MissionId} stays as it is");
        }

        var changes = tracker.Entries<StatusChange>().Where(entry => entry is { State: EntityState.Added, Entity.To: MissionStatus.Closed }).Select(entry => entry.Entity.Mission);
        foreach (var closed in changes.Concat(tracker.Entries<Mission>().Where(IsBeingClosed).Select(entry => entry.Entity)).Distinct())
        {
            if (!snapshots.Exists(entry => entry.State == EntityState.Added && entry.Entity.Mission == closed))
            {
                throw new DomainException($"{closed.Reference} is closed without a snapshot of its report");
            }
        }
    }

    private static bool IsBeingClosed(EntityEntry<Mission> entry) => entry.Entity.Status == MissionStatus.Closed
        && (entry.State == EntityState.Added || (entry.State == EntityState.Modified && entry.Property(mission => mission.Status).OriginalValue != MissionStatus.Closed));
}
