using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Merging;

/// <summary>Two records of one firm become one: the first of the address stays.</summary>
[Route("duplicates/companies")]
[Route("duplicates/buyers")]
public sealed class MergesController(TradeDbContext db, FirmMerging merging) : TradeController
{
    private FirmRegister Register => FirmRegister.OfPath(Request.Path);

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Choose(long id, string? q, CancellationToken cancellation) => await ChoosePage.OfAsync(db, Register, id, q, cancellation) is { } page ? View(page) : NotFound();

    [HttpGet("{winnerId:long}/{loserId:long}")]
    public async Task<IActionResult> Look(long winnerId, long loserId, CancellationToken cancellation) =>
        await MergePlan.OfAsync(db, Register, winnerId, loserId, cancellation) is { } plan ? View("Merge", new MergeForm { Plan = plan, Seen = plan.Seen }) : NotFound();

    [HttpPost("{winnerId:long}/{loserId:long}")]
    public async Task<IActionResult> Confirm(long winnerId, long loserId, MergeForm form, CancellationToken cancellation)
    {
        var (plan, isDone) = await IsValidAsync(form, cancellation)
            ? await merging.MergeAsync(Register, winnerId, loserId, form, cancellation) : (await MergePlan.OfAsync(db, Register, winnerId, loserId, cancellation), false);
        return plan is null ? NotFound() : isDone ? Done(Register.AddressOf(winnerId), "Merging.Done", FirmRegister.NameOf(plan.Loser)) : Again(plan, form);
    }

    /// <summary>What the reader confirms next is what the page shows now.</summary>
    private ViewResult Again(MergePlan plan, MergeForm form)
    {
        (form.Plan, form.HasChanged, form.Seen) = (plan, form.Seen != plan.Seen, plan.Seen);
        return View("Merge", form);
    }
}
