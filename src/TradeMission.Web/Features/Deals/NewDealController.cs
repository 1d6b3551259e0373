using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Files;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Deals;

/// <summary>A consultation leads to a deal: its first step.</summary>
[Route("consultations/{consultationId:long}/deals/new")]
public sealed class NewDealController(TradeDbContext db, CurrentUser user, Office office, DealRecording recording, EvidenceKeeping evidence) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> New(long consultationId, CancellationToken cancellation) =>
        await StepFormPage.OfConsultationAsync(db, user, consultationId, cancellation) is { } page ? View("StepForm", page.NewForm(office.Today)) : NotFound();

    [HttpPost("")]
    [LargestRequest(EvidenceKeeping.RequestLimit)]
    public async Task<IActionResult> Create(long consultationId, StepForm form, CancellationToken cancellation)
    {
        form.Page = await StepFormPage.OfConsultationAsync(db, user, consultationId, cancellation);
        if (form.Page is null)
        {
            return NotFound();
        }

        var recorded = await evidence.RecordAsync(form, ModelState, input => recording.OpenAsync(consultationId, input, user.AsAuthor(db.Clock), form.SubmissionId, cancellation), cancellation);
        return recorded is { } step ? Done($"/consultations/{consultationId}#deal-{step.DealId}", "Deals.Opened") : View("StepForm", form);
    }
}
