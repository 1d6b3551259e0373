using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Confirmations;

/// <summary>A company is asked to confirm its figures of one mission.</summary>
public sealed class ConfirmationRequest : Entity, IPartOf
{
    public const int MostReminders = 3;

    /// <summary>Days between a letter and the reminder.</summary>
    public const int ReminderDays = 7;

    private readonly List<ConfirmationLink> links = [];

    public long ParticipationId { get; init; }

    public Participation Participation { get; init; } = null!;

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    public required string AskedByName { get; init; }

    /// <summary>Day of the latest letter, in the office.</summary>
    public DateOnly LastSentOn { get; private set; }

    /// <summary>Letters after the first.</summary>
    public int Reminders { get; private set; }

    /// <summary>When every figure had an answer, or another request took its place; null while it waits. UTC.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Every figure was answered.</summary>
    public bool IsAnswered { get; private set; }

    public IReadOnlyList<ConfirmationLink> Links => links;

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(Participation), ParticipationId)];

    /// <summary>Ends the links that are out and takes new ones, which go out now.</summary>
    public void Send(IEnumerable<ConfirmationLink> fresh, DateOnly today, DateTime now, bool isReminder)
    {
        EndLinks(now);
        links.AddRange(fresh);
        LastSentOn = today;
        Reminders += isReminder ? 1 : 0;
    }

    public void EndLinks(DateTime now) => links.ForEach(link => link.Finish(now));

    /// <param name="answered">Every figure was answered; otherwise another request has taken its place.</param>
    public void Finish(DateTime now, bool answered)
    {
        EndLinks(now);
        DoneAt ??= now;
        IsAnswered |= answered;
    }

    public bool IsToBeReminded(DateOnly today) => DoneAt is null && Reminders < MostReminders && LastSentOn.AddDays(ReminderDays) <= today;
}
