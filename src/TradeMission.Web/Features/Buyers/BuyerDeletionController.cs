using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Buyers;

/// <summary>A buyer is deleted only while nobody met it; its contacts go with it.</summary>
[Route("buyers/{id:long}/delete")]
public sealed class BuyerDeletionController(TradeDbContext db) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(long id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } buyer ? View("Delete", await HangingAsync(buyer, cancellation)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Confirm(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } buyer)
        {
            return NotFound();
        }

        var page = await HangingAsync(buyer, cancellation);
        if (page.Hanging.Count > 0)
        {
            return View("Delete", page);
        }

        db.Buyers.Remove(buyer);
        await db.SaveChangesAsync(cancellation);
        return Deleted("/buyers", page.Name);
    }

    private Task<Buyer?> FindAsync(long id, CancellationToken cancellation) =>
        db.Buyers.Include(buyer => buyer.Contacts).FirstOrDefaultAsync(buyer => buyer.Id == id, cancellation);

    private async Task<DeletePage> HangingAsync(Buyer buyer, CancellationToken cancellation)
    {
        var consultations = await db.Consultations.CountAsync(consultation => consultation.BuyerId == buyer.Id, cancellation);
        var merges = await db.Merges.CountAsync(merge => merge.Kind == FirmKind.Buyer && merge.WinnerId == buyer.Id, cancellation);
        var hanging = new[]
        {
            consultations == 0 ? null : new DeletePage.Hang(Texts.Get("Buyers.HangingConsultations", consultations), $"/consultations?buyer={buyer.Id}"),
            merges == 0 ? null : new DeletePage.Hang(Texts.Get("Merging.HangingMerges", merges), $"/buyers/{buyer.Id}#merges"),
        };
        return new DeletePage("Buyers", buyer.Name, $"/buyers/{buyer.Id}", [.. hanging.OfType<DeletePage.Hang>()]);
    }
}
