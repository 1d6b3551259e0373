using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Files;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Deals;

/// <summary>A file comes later than its step. Whoever may add steps may bring evidence for any of them, whoever recorded it.</summary>
[Route("deals/{dealId:long}/steps/{id:long}/evidence")]
public sealed class StepEvidenceController(TradeDbContext db, CurrentUser user, EvidenceKeeping evidence) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> New(long dealId, long id, CancellationToken cancellation) =>
        await StepFormPage.OfStepAsync(db, user, dealId, id, cancellation) is { } page ? View("Evidence", new EvidenceForm { Page = page }) : NotFound();

    [HttpPost("")]
    [LargestRequest(EvidenceKeeping.RequestLimit)]
    public async Task<IActionResult> Attach(long dealId, long id, EvidenceForm form, CancellationToken cancellation)
    {
        form.Page = await StepFormPage.OfStepAsync(db, user, dealId, id, cancellation);
        if (form.Page is null)
        {
            return NotFound();
        }

        if (form.Evidence is null)
        {
            ModelState.AddModelError(EvidenceForm.Field, Texts.Get("Deals.NoFile"));
        }

        return form.Evidence is { } file && await evidence.AttachAsync(dealId, id, file, ModelState, cancellation)
            ? Done(form.Page.Back, "Deals.FileAttached")
            : View("Evidence", form);
    }
}
