using TradeMission.Web.Features.Consultations;

namespace TradeMission.Web.Features.Offline;

/// <summary>What became of a sent consultation: recorded, refused, or another version stands there.</summary>
public sealed record SendingOutcome
{
    /// <summary>The record; null when it was not recorded.</summary>
    public long? Id { get; init; }

    /// <summary>Of the record as it was sent; null where it says something else by now.</summary>
    public int? Version { get; init; }

    /// <summary>What to look at, and with problems or others of the same day why nothing was recorded.</summary>
    public RecordingOutcome Recording { get; init; } = new();

    /// <summary>Both versions, to choose from.</summary>
    public SendingConflict? Conflict { get; init; }
}
