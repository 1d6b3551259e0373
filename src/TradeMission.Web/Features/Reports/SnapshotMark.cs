using System.Text.Json;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Features.Reports;

/// <summary>What a report says of the snapshot that it is printed from.</summary>
/// <param name="ClosedAt">UTC.</param>
/// <param name="IsIntact">Whether the content still matches its hash.</param>
/// <param name="IsReadable">Whether there was anything left to print.</param>
public sealed record SnapshotMark(int Number, DateTime ClosedAt, string ClosedBy, string Sha256, bool IsIntact, bool IsReadable)
{
    private const int GroupLength = 8;

    /// <summary>The hash in pieces that eyes can compare.</summary>
    public IEnumerable<string> Groups => Sha256.Chunk(GroupLength).Select(group => new string(group));

    /// <summary>The report as it was kept; null where the content can no longer be read.</summary>
    public static (SummaryReport? Report, SnapshotMark Mark) Read(ReportSnapshot snapshot) => Read(snapshot, mark => CanonicalReport.ReadReport(snapshot.Content) with { Kept = mark });

    /// <summary>The rows behind it beside those of today; null where they can no longer be read.</summary>
    public static (SnapshotComparison? Comparison, SnapshotMark Mark) Compare(ReportSnapshot snapshot, MissionRecords today) =>
        Read(snapshot, _ => SnapshotComparison.Of(CanonicalReport.Read(snapshot.Content).Records, today));

    /// <summary>Whoever changed the content may have written anything: no document, no number, the same row twice.</summary>
    private static (T? Kept, SnapshotMark Mark) Read<T>(ReportSnapshot snapshot, Func<SnapshotMark, T> read)
        where T : class
    {
        var mark = new SnapshotMark(snapshot.Number, snapshot.ClosedAt, snapshot.ClosedByName, snapshot.Sha256, snapshot.IsIntact, true);
        try
        {
            return (read(mark), mark);
        }
        catch (Exception broken) when (broken is JsonException or FormatException or OverflowException or ArgumentException)
        {
            return (null, mark with { IsReadable = false });
        }
    }
}
