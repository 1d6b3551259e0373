using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Admin;

/// <summary>What stands in the outbox, by state; of many only the first: the longest waiting, the latest failed and sent.</summary>
public static class OutboxSearch
{
    private const int Shown = 100;

    public static async Task<IReadOnlyList<OutboxPart>> OutboxAsync(this TradeDbContext db, CancellationToken cancellation) =>
    [
        await PartAsync(db.OutgoingMails.Where(mail => mail.FailedAt != null).OrderByDescending(mail => mail.FailedAt).ThenByDescending(mail => mail.Id), MailState.Failed, cancellation),
        await PartAsync(db.OutgoingMails.Where(mail => mail.NextAttemptAt != null).OrderBy(mail => mail.Id), MailState.Waiting, cancellation),
        await PartAsync(db.OutgoingMails.Where(mail => mail.SentAt != null).OrderByDescending(mail => mail.SentAt).ThenByDescending(mail => mail.Id), MailState.Sent, cancellation),
    ];

    private static async Task<OutboxPart> PartAsync(IQueryable<OutgoingMail> mails, MailState state, CancellationToken cancellation)
    {
        var rows = await mails.Take(Shown).Select(mail => new OutboxRow
        {
            Id = mail.Id,
            To = mail.To,
            ToName = mail.ToName,
            Subject = mail.Subject,
            State = state,
            QueuedAt = mail.QueuedAt,
            SentAt = mail.SentAt,
            Failures = mail.Attempts,
            NextAttemptAt = mail.NextAttemptAt,
            LastError = mail.LastError,
        }).ToListAsync(cancellation);
        return new OutboxPart(state, rows.Count < Shown ? rows.Count : await mails.CountAsync(cancellation), rows);
    }
}
