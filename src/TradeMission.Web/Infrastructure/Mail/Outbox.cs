using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>
/// Where letters about business go. A letter about an account goes into the <see cref="Postbox"/>, which nobody can time; this one is as safe as the record that
/// causes it, and sent until it has arrived.
/// </summary>
public static class Outbox
{
    /// <summary>
    /// Adds the letter to what the caller saves next: the record and the letter are there together, or neither is. Saving it again under the same key
    /// queues nothing, however long ago the first was sent.
    /// </summary>
    /// <param name="db">With the record that causes the letter.</param>
    /// <param name="letter">In the reader's language.</param>
    /// <param name="key">At most 200 characters, such as news/deal-15/6-months.</param>
    public static void Queue(TradeDbContext db, Letter letter, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        var now = db.Clock.GetUtcNow().UtcDateTime;
        db.OutgoingMails.Add(new OutgoingMail
        {
            Key = key,
            To = letter.To,
            ToName = letter.ToName,
            Subject = letter.Subject,
            Text = letter.Text,
            Html = letter.Html,
            MessageId = Guid.NewGuid().ToString("N"),
            QueuedAt = now,
            NextAttemptAt = now,
        });
    }
}
