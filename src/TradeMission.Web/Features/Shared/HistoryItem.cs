using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Shared;

/// <summary>One entry of a record's timeline, in words.</summary>
/// <param name="At">UTC.</param>
/// <param name="What">The record, such as 방문지.</param>
public sealed record HistoryItem(DateTime At, string Who, AuditAct Act, string Record, long RecordId, string What, string? Reason, IReadOnlyList<HistoryItem.Change> Changes)
{
    /// <summary>What tells a new or deleted record from its like: the first short value that does. Null for a change, whose fields are listed.</summary>
    public string? Gist => Act == AuditAct.Changed ? null : Changes.Where(change => change.Tells).Select(change => change.To ?? change.From).FirstOrDefault(value => value?.Length < 60);

    /// <summary>A field by its label, its values in words.</summary>
    /// <param name="Tells">Whether the field tells one record from its like.</param>
    public sealed record Change(string Label, string? From, string? To, bool Tells = false);
}
