using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>A next step is done, or not after all. Following up goes on after a mission has been closed.</summary>
[Route("consultations/{id:long}/next-step")]
public sealed class NextStepController(TradeDbContext db, Office office) : TradeController
{
    /// <param name="back">A page of the portal to return to.</param>
    [HttpPost("")]
    public async Task<IActionResult> Save(long id, bool done, string? back, CancellationToken cancellation)
    {
        if (await db.Consultations.FirstOrDefaultAsync(consultation => consultation.Id == id && consultation.NextStep != null, cancellation) is not { } consultation)
        {
            return NotFound();
        }

        if (done != consultation.NextStepDoneOn is not null)
        {
            consultation.NextStepDoneOn = done ? office.Today : null;
            await db.SaveChangesAsync(cancellation);
        }

        return Done(Url.IsLocalUrl(back) ? back : $"/consultations/{id}", done ? "Consultations.StepIsDone" : "Consultations.StepIsOpen", consultation.NextStep);
    }
}
