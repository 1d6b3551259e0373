using System.Text.Json;

namespace TradeMission.Web.Features.Reports;

/// <summary>What a snapshot holds: the report as it was printed at closing, and every row behind it.</summary>
public sealed record CanonicalReport
{
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>Of the snapshot, within its mission.</summary>
    public required int Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ClosedAt { get; init; }

    public required string ClosedBy { get; init; }

    public required string Reason { get; init; }

    public required SummaryReport Report { get; init; }

    public required MissionRecords Records { get; init; }

    public string Write() => CanonicalJson.Write(this);

    /// <exception cref="JsonException">It is no such document.</exception>
    public static CanonicalReport Read(string content) => CanonicalJson.Read<CanonicalReport>(content);

    /// <summary>The report alone, without reading the rows behind it.</summary>
    /// <exception cref="JsonException">It is no such document.</exception>
    public static SummaryReport ReadReport(string content) => CanonicalJson.Read<Printed>(content).Report;

    private sealed record Printed
    {
        public required SummaryReport Report { get; init; }
    }
}
