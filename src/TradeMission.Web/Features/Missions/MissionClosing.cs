using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Reports;

namespace TradeMission.Web.Features.Missions;

/// <summary>Closing a mission: its status changes and its report is kept, both or neither. The one way to close; a save that closes otherwise is refused.</summary>
public sealed class MissionClosing(TradeDbContext db)
{
    /// <summary>Closes a mission whose records are saved. The context's reason and expectations go with the save.</summary>
    /// <param name="at">UTC; the moment that the report speaks of.</param>
    /// <exception cref="DbUpdateConcurrencyException">The mission is no longer of the version that was expected.</exception>
    public Task CloseAsync(Mission mission, string reason, long? by, string byName, DateTime at, CancellationToken cancellation) =>
        KeepAsync(mission, () => mission.ChangeStatus(MissionStatus.Closed, reason, by, byName, at), at, cancellation);

    /// <summary>Closes a mission of the past that has just been entered, with its published figures.</summary>
    /// <param name="at">UTC.</param>
    public Task CloseAsOverAsync(Mission mission, string reason, long? by, string byName, DateTime at, CancellationToken cancellation) =>
        KeepAsync(mission, () => mission.EnterAsOver(reason, by, byName, at), at, cancellation);

    private async Task KeepAsync(Mission mission, Action close, DateTime at, CancellationToken cancellation)
    {
        await using var turn = await db.BeginMissionAsync(mission.Id, cancellation);
        var report = await SummaryReport.OfAsync(db, mission.Id, cancellation, at) ?? throw new DbUpdateConcurrencyException($"{mission.Reference} is gone");
        var last = await db.ReportSnapshots.Where(snapshot => snapshot.MissionId == mission.Id).MaxAsync(snapshot => (int?)snapshot.Number, cancellation);
        close();
        var closing = mission.StatusChanges[^1];
        var kept = new CanonicalReport
        {
            Number = (last ?? 0) + 1,
            ClosedAt = closing.At,
            ClosedBy = closing.ByName,
            Reason = closing.Reason,
            Report = report with { Status = mission.Status, ClosedAt = closing.At },
            Records = await MissionRecords.OfAsync(db, mission.Id, cancellation),
        };
        db.ReportSnapshots.Add(ReportSnapshot.Of(mission, kept.Number, kept.Write()));
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
    }
}
