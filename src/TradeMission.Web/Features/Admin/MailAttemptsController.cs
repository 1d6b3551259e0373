using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Admin;

/// <summary>A letter that waits or was given up is tried now.</summary>
[Route("admin/mail/{id:long}/attempt")]
public sealed class MailAttemptsController(TradeDbContext db, OutboxSignal signal, TimeProvider clock) : TradeController
{
    [HttpPost("")]
    public async Task<IActionResult> Try(long id, CancellationToken cancellation)
    {
        if (await db.OutgoingMails.FindAsync([id], cancellation) is not { } mail)
        {
            return NotFound();
        }

        mail.TryAgain(clock.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The sender has just had it in hand: the page shows what came of that.
            return LocalRedirect("/admin/mail");
        }

        signal.Raise();
        return Done("/admin/mail", mail.SentAt is null ? "Admin.OutboxTried" : "Admin.OutboxSentAlready");
    }
}
