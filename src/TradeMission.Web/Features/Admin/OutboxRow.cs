namespace TradeMission.Web.Features.Admin;

/// <summary>A letter of the outbox as administrators see it: what became of it, not what it says. Moments are UTC.</summary>
public sealed record OutboxRow
{
    public required long Id { get; init; }

    public required string To { get; init; }

    public required string ToName { get; init; }

    public required string Subject { get; init; }

    public required MailState State { get; init; }

    public required DateTime QueuedAt { get; init; }

    public required DateTime? SentAt { get; init; }

    /// <summary>Attempts that failed.</summary>
    public required int Failures { get; init; }

    public required DateTime? NextAttemptAt { get; init; }

    public required string? LastError { get; init; }
}
