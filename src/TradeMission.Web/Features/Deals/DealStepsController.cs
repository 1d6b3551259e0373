using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Files;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Deals;

/// <summary>A deal's ladder: steps are added, and put in the place of wrong ones; none is changed or deleted.</summary>
[Route("deals/{dealId:long}/steps")]
public sealed class DealStepsController(TradeDbContext db, CurrentUser user, Office office, DealRecording recording, EvidenceKeeping evidence) : TradeController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(long dealId, CancellationToken cancellation) =>
        await PageAsync(dealId, null, cancellation) is { } page ? View("StepForm", page.NewForm(office.Today)) : NotFound();

    [HttpPost("new")]
    [LargestRequest(EvidenceKeeping.RequestLimit)]
    public Task<IActionResult> Add(long dealId, StepForm form, CancellationToken cancellation) =>
        RecordAsync(dealId, null, form, input => recording.AddAsync(dealId, input, user.AsAuthor(db.Clock), form.SubmissionId, cancellation), "Deals.StepAdded", cancellation);

    [HttpGet("{id:long}/correction")]
    public async Task<IActionResult> Correction(long dealId, long id, CancellationToken cancellation)
    {
        if (await PageAsync(dealId, id, cancellation) is not { Corrected.Stands: true } page)
        {
            return NotFound();
        }

        var form = StepForm.Of(page.Corrected!);
        form.Page = page;
        return View("StepForm", form);
    }

    [HttpPost("{id:long}/correction")]
    [LargestRequest(EvidenceKeeping.RequestLimit)]
    public Task<IActionResult> Correct(long dealId, long id, StepForm form, CancellationToken cancellation) =>
        RecordAsync(dealId, id, form, input => recording.CorrectAsync(dealId, id, input, user.AsAuthor(db.Clock), form.SubmissionId, cancellation), "Deals.StepCorrected", cancellation);

    [HttpGet("{id:long}/withdrawal")]
    public async Task<IActionResult> Withdrawal(long dealId, long id, CancellationToken cancellation) =>
        await PageAsync(dealId, id, cancellation) is { Corrected.Stands: true } page ? View("Withdrawal", new WithdrawalForm { Page = page }) : NotFound();

    [HttpPost("{id:long}/withdrawal")]
    public async Task<IActionResult> Withdraw(long dealId, long id, WithdrawalForm form, CancellationToken cancellation)
    {
        form.Page = await PageAsync(dealId, id, cancellation);
        if (form.Page is null)
        {
            return NotFound();
        }

        if (await IsValidAsync(form, cancellation))
        {
            var outcome = await recording.WithdrawAsync(dealId, id, form.Reason!, user.AsAuthor(db.Clock), cancellation);
            if (outcome.Step is not null)
            {
                return Done(form.Page.Back, "Deals.StepWithdrawn");
            }

            outcome.SayIn(ModelState);
        }

        return View("Withdrawal", form);
    }

    private async Task<IActionResult> RecordAsync(long dealId, long? stepId, StepForm form, Func<StepInput, Task<DealOutcome>> record, string done, CancellationToken cancellation)
    {
        form.Page = await PageAsync(dealId, stepId, cancellation);
        if (form.Page is null)
        {
            return NotFound();
        }

        return await evidence.RecordAsync(form, ModelState, record, cancellation) is not null ? Done(form.Page.Back, done) : View("StepForm", form);
    }

    private Task<StepFormPage?> PageAsync(long dealId, long? stepId, CancellationToken cancellation) => StepFormPage.OfDealAsync(db, user, dealId, stepId, cancellation);
}
