using TradeMission.Domain.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Data;

/// <summary>
/// A letter that waits in the outbox, or has left it. Saved in the transaction of the record that causes it, so that there is never the one without the
/// other. All moments are UTC.
/// </summary>
public sealed class OutgoingMail : Entity
{
    public const int LongestError = 1000;

    /// <summary>How long the portal goes on trying, counted from the first failure.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <summary>What the letter is about, such as news/deal-15/6-months: a letter of the same key is queued once.</summary>
    public required string Key { get; init; }

    public required string To { get; init; }

    public required string ToName { get; init; }

    public required string Subject { get; init; }

    /// <summary>Empty once sent: it holds links.</summary>
    public required string Text { get; set; }

    /// <summary>Empty once sent: it holds links.</summary>
    public required string Html { get; set; }

    /// <summary>The part of the Message-ID before the @: the same at every attempt, so that a letter that arrives twice can be seen to be one.</summary>
    public required string MessageId { get; init; }

    public required DateTime QueuedAt { get; init; }

    /// <summary>Attempts that failed.</summary>
    public int Attempts { get; private set; }

    /// <summary>Null when there is nothing more to try: sent, or given up.</summary>
    public required DateTime? NextAttemptAt { get; set; }

    /// <summary>Until then one portal has the letter in hand, and no other touches it.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    public DateTime? SentAt { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>A failure from then on is the last one; null while none has happened.</summary>
    public DateTime? GivesUpAt { get; private set; }

    /// <summary>When the portal gave up.</summary>
    public DateTime? FailedAt { get; private set; }

    public void Claim(DateTime until) => ClaimedUntil = until;

    public void MarkSent(DateTime now)
    {
        SentAt = now;
        Text = Html = "";
        LastError = null;
        FailedAt = NextAttemptAt = ClaimedUntil = null;
    }

    public void MarkFailed(DateTime now, string error)
    {
        Attempts++;
        LastError = error.Length <= LongestError ? error : error[..LongestError];
        ClaimedUntil = null;
        GivesUpAt ??= now + Patience;
        if (now < GivesUpAt)
        {
            NextAttemptAt = now + Backoff.After(Attempts, FirstPause, LongestPause);
            return;
        }

        NextAttemptAt = null;
        FailedAt = now;
    }

    /// <summary>An administrator wants it tried now; patience begins anew. A letter that a portal has in hand at this moment stays there.</summary>
    public void TryAgain(DateTime now)
    {
        if (SentAt is null)
        {
            NextAttemptAt = now;
            FailedAt = GivesUpAt = null;
        }
    }
}
