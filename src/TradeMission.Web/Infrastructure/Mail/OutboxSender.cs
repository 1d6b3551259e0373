using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>
/// Sends what waits in the outbox, the oldest first. A letter is claimed before it is sent and marked afterwards; whoever is killed between two steps leaves a
/// claim that runs out, and the letter is tried again. See decision 11 for what that promises.
/// </summary>
public sealed partial class OutboxSender(IServiceScopeFactory scopes, IMailSender sender, OutboxSignal signal, TimeProvider clock, ILogger<OutboxSender> logger)
    : BackgroundService
{
    /// <summary>How long a claim holds: longer than any sending, with room for clocks that differ.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(5);

    /// <summary>How often it looks without being told: for what another portal queued, and for what is to be tried again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>Sent, but the database could not be told: to be marked, not sent again.</summary>
    private readonly HashSet<long> unmarked = [];

    /// <summary>Tries once what is due now.</summary>
    /// <returns>How many letters were sent.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var id in await DueAsync(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            sent += await SendAsync(id, cancellation) ? 1 : 0;
        }

        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                LogRoundFailed(wrong);
            }

            await signal.WaitAsync(Rest, clock, stoppingToken);
        }
    }

    private static IQueryable<OutgoingMail> Due(TradeDbContext db, DateTime now) =>
        db.OutgoingMails.Where(mail => mail.NextAttemptAt <= now && (mail.ClaimedUntil == null || mail.ClaimedUntil <= now));

    private async Task<List<long>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Due(scope.ServiceProvider.GetRequiredService<TradeDbContext>(), Now()).OrderBy(mail => mail.Id).Select(mail => mail.Id).ToListAsync(cancellation);
    }

    private async Task<bool> SendAsync(long id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradeDbContext>();
        if (await ClaimAsync(db, id, cancellation) is not { } mail)
        {
            return false;
        }

        // From here on it does not stop with the portal: a letter that has gone out must be marked.
        var error = unmarked.Contains(id) ? null : await HandOverAsync(mail);
        if (error is null)
        {
            unmarked.Add(id);
            await MarkSentAsync(db, mail);
            unmarked.Remove(id);
            return true;
        }

        await MarkFailedAsync(db, mail, error);
        return false;
    }

    /// <summary>The letter, if it is still due and nobody else has been quicker.</summary>
    private async Task<OutgoingMail?> ClaimAsync(TradeDbContext db, long id, CancellationToken cancellation)
    {
        var now = Now();
        if (await Due(db, now).FirstOrDefaultAsync(mail => mail.Id == id, cancellation) is not { } mail)
        {
            return null;
        }

        mail.Claim(now + Lease);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return mail;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    /// <returns>What went wrong; null when it was sent.</returns>
    private async Task<string?> HandOverAsync(OutgoingMail mail)
    {
        using var patience = new CancellationTokenSource(LongestSending, clock);
        try
        {
            await sender.SendAsync(new Letter(mail.To, mail.ToName, mail.Subject, mail.Text, mail.Html) { MessageId = mail.MessageId }, patience.Token);
            return null;
        }
        catch (MailNotSentException wrong)
        {
            return wrong.InnerException?.Message ?? wrong.Message;
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException || patience.IsCancellationRequested)
        {
            // Whatever is the matter with one letter, such as an address that is none, must not keep the others back.
            LogUnexpected(mail.Id, wrong.GetType().Name);
            return $"{wrong.GetType().Name}: {wrong.Message}";
        }
    }

    private async Task MarkSentAsync(TradeDbContext db, OutgoingMail mail)
    {
        mail.MarkSent(Now());
        while (!await IsSavedAsync(db, mail))
        {
            mail.MarkSent(Now());
        }
    }

    private async Task MarkFailedAsync(TradeDbContext db, OutgoingMail mail, string error)
    {
        var claim = mail.ClaimedUntil;
        mail.MarkFailed(Now(), error);
        while (!await IsSavedAsync(db, mail))
        {
            if (mail.ClaimedUntil != claim)
            {
                // Our claim ran out, and the letter is another portal's now.
                return;
            }

            mail.MarkFailed(Now(), error);
        }

        if (mail.FailedAt is null)
        {
            LogNotSent(mail.Id, mail.Attempts, mail.NextAttemptAt);
        }
        else
        {
            LogGivenUp(mail.Id, mail.Attempts);
        }
    }

    /// <summary>False when somebody changed the letter meanwhile (an administrator wants it tried again): then it is as they left it.</summary>
    private static async Task<bool> IsSavedAsync(TradeDbContext db, OutgoingMail mail)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            await db.Entry(mail).ReloadAsync(CancellationToken.None);

            // Deleted with everything else, when sample data is loaded anew.
            return db.Entry(mail).State == EntityState.Detached;
        }
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} of the outbox was not sent: attempt {Attempt}, the next at {Next:u}")]
    private partial void LogNotSent(long id, int attempt, DateTime? next);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} of the outbox was given up after {Attempts} attempts; it is on /admin/mail")]
    private partial void LogGivenUp(long id, int attempts);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} of the outbox cannot be sent: {What}")]
    private partial void LogUnexpected(long id, string what);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be worked on")]
    private partial void LogRoundFailed(Exception wrong);
}
