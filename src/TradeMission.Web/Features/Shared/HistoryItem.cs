using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Shared;

/// <summary>One entry of a record's timeline, in words.</summary>
/// <param name="At">UTC.</param>
/// <param name="What">The record, such as 방문지.</param>
public sealed record HistoryItem(DateTime At, string Who, AuditAct Act, string Record, long RecordId, string What, string? Reason, IReadOnlyList<HistoryItem.Change> Changes)
{
    /// <summary>A field by its label, its values in words.</summary>
    public sealed record Change(string Label, string? From, string? To);
}
