using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Confirmations;

/// <summary>Who of a mission's companies has confirmed what, whom to ask, and what they dispute.</summary>
[Route("missions/{id:long}/confirmations")]
public sealed class MissionConfirmationsController(TradeDbContext db, Asking asking, Office office) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long id, CancellationToken cancellation) =>
        await ConfirmationPage.OfAsync(db, id, office.Today, cancellation) is { } page ? View(page) : NotFound();

    /// <param name="participation">One company's; every selected company's with open figures where none is named.</param>
    [HttpPost("")]
    public async Task<IActionResult> Ask(long id, long? participation, CancellationToken cancellation)
    {
        var wanted = await db.Participations
            .Where(own => own.MissionId == id && (participation == null || own.Id == participation) && (participation != null || own.Status == ParticipationStatus.Selected))
            .Select(own => own.Id).ToListAsync(cancellation);
        if (wanted.Count == 0)
        {
            return NotFound();
        }

        int companies = 0, people = 0;
        foreach (var one in wanted)
        {
            var asked = await asking.AskAsync(one, cancellation);
            db.ChangeTracker.Clear();
            (companies, people) = (companies + (asked > 0 ? 1 : 0), people + asked);
        }

        return companies == 0 ? Done($"/missions/{id}/confirmations", "Confirmations.NobodyAsked") : Done($"/missions/{id}/confirmations", "Confirmations.Asked", companies, people);
    }
}
