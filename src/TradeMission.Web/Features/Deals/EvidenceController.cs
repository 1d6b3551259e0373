using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Files;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Deals;

/// <summary>Evidence goes only to those who see its record, and always as a download: a browser never shows it within the portal.</summary>
[Route("evidence/{key:guid}")]
public sealed class EvidenceController(TradeDbContext db, CurrentUser user, IFileStore store, EvidenceKeeping evidence) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Download(Guid key, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not { } file || await store.OpenReadAsync(file.StoredAs, cancellation) is not { } content)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(content, file.ContentType, file.FileName);
    }

    [HttpPost("removal")]
    public async Task<IActionResult> Remove(Guid key, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not { } file || !StepFormPage.MayCorrect(user, file.DealStep))
        {
            return NotFound();
        }

        await evidence.RemoveAsync(file, cancellation);
        return Done($"/consultations/{file.DealStep.Deal.ConsultationId}#deal-{file.DealStep.DealId}", "Deals.FileRemoved", file.FileName);
    }

    private async Task<EvidenceFile?> FindAsync(Guid key, CancellationToken cancellation)
    {
        var seen = db.Deals.VisibleTo(user);
        return await db.EvidenceFiles.AsNoTracking().Include(file => file.DealStep).ThenInclude(step => step.Deal)
            .FirstOrDefaultAsync(file => file.Key == key && seen.Any(deal => deal.Id == file.DealStep.DealId), cancellation);
    }
}
