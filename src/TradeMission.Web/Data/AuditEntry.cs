namespace TradeMission.Web.Data;

/// <summary>One record's change: who, when, from what, to what. Written by <see cref="TradeDbContext"/> itself, in the same transaction; never changed.</summary>
public sealed class AuditEntry
{
    public long Id { get; private set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public long? ActorId { get; init; }

    public required string ActorName { get; init; }

    public required AuditAct Act { get; init; }

    /// <summary>The record's type by its domain name, such as Mission.</summary>
    public required string Record { get; init; }

    public required long RecordId { get; init; }

    /// <summary>JSON array of <see cref="AuditChange"/>.</summary>
    public required string Changes { get; init; }

    public string? Reason { get; init; }

    public string? RequestId { get; init; }

    /// <summary>The records on whose timelines this entry stands: its own, and those it is part of.</summary>
    public ICollection<AuditSubject> Subjects { get; } = new HashSet<AuditSubject>(ReferenceEqualityComparer.Instance);
}
