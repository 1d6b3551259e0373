namespace TradeMission.Web.Features.Reports;

/// <summary>A snapshot beside the records of today.</summary>
/// <param name="Comparison">Null where the snapshot can no longer be read.</param>
public sealed record SnapshotPage(long MissionId, string Reference, string TitleKo, string TitleEn, string Currency, string Reason, SnapshotMark Mark, SnapshotComparison? Comparison);
