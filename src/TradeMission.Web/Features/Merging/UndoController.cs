using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Merging;

/// <summary>A merge was wrong: the two are two again.</summary>
[Route("merges/{id:long}/undo")]
public sealed class UndoController(TradeDbContext db, FirmMerging merging) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(long id, CancellationToken cancellation) => await UndoPage.OfAsync(db, id, cancellation) is { } page ? View("Undo", new UndoForm { Page = page }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Confirm(long id, UndoForm form, CancellationToken cancellation)
    {
        var (page, isDone) = await IsValidAsync(form, cancellation) ? await merging.UndoAsync(id, form, cancellation) : (await UndoPage.OfAsync(db, id, cancellation), false);
        form.Page = page;
        return page is null ? NotFound() : isDone ? Done(page.Register.AddressOf(page.Merge.LoserId), "Merging.Undone", page.Names[page.Merge.LoserId]) : View("Undo", form);
    }
}
