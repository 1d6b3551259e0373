using Microsoft.EntityFrameworkCore.Metadata;

namespace TradeMission.Web.Data;

/// <summary>A record on whose timeline an audit entry stands.</summary>
public sealed class AuditSubject
{
    public long AuditEntryId { get; private set; }

    public AuditEntry AuditEntry { get; private set; } = null!;

    public required string Record { get; init; }

    public required long RecordId { get; init; }

    /// <summary>Entry, record and id, in this order.</summary>
    internal static IReadOnlyList<IProperty> Columns(IModel model) =>
        [.. new[] { nameof(AuditEntryId), nameof(Record), nameof(RecordId) }.Select(name => model.FindEntityType(typeof(AuditSubject))!.FindProperty(name)!)];
}
