using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Confirmations;

/// <summary>Who of a mission's companies has confirmed what, whom to ask, and what they dispute.</summary>
[Route("missions/{id:long}/confirmations")]
public sealed class MissionConfirmationsController(TradeDbContext db, Asking asking) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long id, CancellationToken cancellation) =>
        await ConfirmationPage.OfAsync(db, id, cancellation) is { } page ? View(page) : NotFound();

    /// <param name="participation">One company's; every selected company's with open figures where none is named.</param>
    [HttpPost("")]
    public async Task<IActionResult> Ask(long id, long? participation, CancellationToken cancellation)
    {
        if (!await db.Participations.AnyAsync(own => own.MissionId == id && (participation == null || own.Id == participation), cancellation))
        {
            return NotFound();
        }

        var (companies, people) = participation is { } one ? (1, await asking.AskAsync(one, cancellation)) : await asking.AskAllAsync(id, cancellation);
        return people == 0 ? Done($"/missions/{id}/confirmations", "Confirmations.NobodyAsked") : Done($"/missions/{id}/confirmations", "Confirmations.Asked", companies, people);
    }
}
