using TradeMission.Domain.Missions;

namespace TradeMission.Web.Features.Reports;

/// <summary>The snapshots of a mission, the latest first.</summary>
public sealed record SnapshotList(long MissionId, string Reference, string TitleKo, string TitleEn, MissionStatus Status, IReadOnlyList<SnapshotList.Row> Rows)
{
    /// <param name="ClosedAt">UTC.</param>
    public sealed record Row(int Number, DateTime ClosedAt, string ClosedBy, string Reason, string Sha256);
}
