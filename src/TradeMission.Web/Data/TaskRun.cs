using TradeMission.Domain.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Data;

/// <summary>When a daily task last ran, so that neither a restart nor a second portal runs it again the same day. Moments are UTC.</summary>
public sealed class TaskRun : Entity
{
    public const int LongestError = 1000;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public required string Name { get; init; }

    /// <summary>The office's day of the last run that went through.</summary>
    public DateOnly? LastRunOn { get; private set; }

    /// <summary>Until then one portal is at it.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>Failures since it last went through.</summary>
    public int Failures { get; private set; }

    public DateTime? NextAttemptAt { get; private set; }

    public string? LastError { get; private set; }

    /// <param name="insistently">Without waiting for the pause after a failure to pass.</param>
    public bool IsDue(DateOnly today, DateTime now, bool insistently) =>
        (LastRunOn is null || LastRunOn < today) && (ClaimedUntil is null || ClaimedUntil <= now) && (insistently || NextAttemptAt is null || NextAttemptAt <= now);

    public void Claim(DateTime until) => ClaimedUntil = until;

    public void MarkDone(DateOnly day)
    {
        LastRunOn = day;
        Failures = 0;
        ClaimedUntil = NextAttemptAt = null;
        LastError = null;
    }

    public void MarkFailed(DateTime now, string error)
    {
        Failures++;
        LastError = error.Length <= LongestError ? error : error[..LongestError];
        ClaimedUntil = null;
        NextAttemptAt = now + Backoff.After(Failures, FirstPause, LongestPause);
    }
}
