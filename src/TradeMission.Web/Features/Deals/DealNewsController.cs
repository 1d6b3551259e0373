using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Deals;

/// <summary>Somebody answers that nothing is new. Whoever has news adds a step.</summary>
[Route("deals/{id:long}/news")]
public sealed class DealNewsController(TradeDbContext db, CurrentUser user, DealRecording recording) : TradeController
{
    [HttpPost("")]
    public async Task<IActionResult> NothingNew(long id, CancellationToken cancellation)
    {
        var consultation = await db.Deals.VisibleTo(user).AwaitingNews().Where(deal => deal.Id == id).Select(deal => (long?)deal.ConsultationId).FirstOrDefaultAsync(cancellation);
        if (consultation is null)
        {
            return NotFound();
        }

        await recording.HearAsync(id, cancellation);
        return Done($"/consultations/{consultation}#deal-{id}", "Deals.Heard");
    }
}
