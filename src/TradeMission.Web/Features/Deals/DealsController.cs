using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Deals;

/// <summary>Deals across missions: what stands behind every contract figure, and whom to ask for news.</summary>
[Route("deals")]
public sealed class DealsController(TradeDbContext db, DealRecording recording, Office office) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(DealSearch search, CancellationToken cancellation) => View(await DealList.OfAsync(db, search, office.Today, cancellation));

    [HttpGet("{id:long}/follow-up")]
    public async Task<IActionResult> FollowUp(long id, CancellationToken cancellation)
    {
        var deal = await db.Deals.AsNoTracking().FirstOrDefaultAsync(deal => deal.Id == id, cancellation);
        return deal is null ? NotFound() : View("FollowUp", FollowUpForm.Of(deal));
    }

    [HttpPost("{id:long}/follow-up")]
    public async Task<IActionResult> SaveFollowUp(long id, FollowUpForm form, CancellationToken cancellation)
    {
        if (await db.Deals.AsNoTracking().FirstOrDefaultAsync(deal => deal.Id == id, cancellation) is not { } deal)
        {
            return NotFound();
        }

        (form.DealId, form.ConsultationId) = (id, deal.ConsultationId);
        if (!await IsValidAsync(form, cancellation))
        {
            return View("FollowUp", form);
        }

        var back = $"/consultations/{deal.ConsultationId}#deal-{id}";
        return await recording.FollowAsync(id, form, cancellation) is { } theirs ? await ShowBothAsync(form, FollowUpForm.Of(theirs), theirs, back, cancellation) : Done(back, "Shared.Saved");
    }
}
