namespace TradeMission.Web.Data;

/// <summary>A record on whose timeline an audit entry stands.</summary>
public sealed class AuditSubject
{
    public long AuditEntryId { get; private set; }

    public AuditEntry AuditEntry { get; private set; } = null!;

    public required string Record { get; init; }

    public required long RecordId { get; init; }
}
