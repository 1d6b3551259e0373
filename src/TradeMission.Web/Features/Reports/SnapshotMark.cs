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
    public static (SummaryReport? Report, SnapshotMark Mark) Read(ReportSnapshot snapshot)
    {
        var mark = new SnapshotMark(snapshot.Number, snapshot.ClosedAt, snapshot.ClosedByName, snapshot.Sha256, snapshot.IsIntact, true);
        try
        {
            return (CanonicalReport.ReadReport(snapshot.Content) with { Kept = mark }, mark);
        }
        catch (Exception broken) when (broken is JsonException or FormatException)
        {
            return (null, mark with { IsReadable = false });
        }
    }
}
