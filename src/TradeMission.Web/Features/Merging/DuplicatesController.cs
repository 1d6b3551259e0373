using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Merging;

/// <summary>Firms that look alike. Whether they are one, a person decides.</summary>
[Route("duplicates")]
public sealed class DuplicatesController(TradeDbContext db) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new[]
    {
        await DuplicateList.OfAsync(db, FirmRegister.Companies, cancellation),
        await DuplicateList.OfAsync(db, FirmRegister.Buyers, cancellation),
    });

    /// <summary>They are two: they are not shown again.</summary>
    [HttpPost("companies/{oneId:long}/{otherId:long}/apart")]
    [HttpPost("buyers/{oneId:long}/{otherId:long}/apart")]
    public async Task<IActionResult> Apart(long oneId, long otherId, CancellationToken cancellation)
    {
        var register = FirmRegister.OfPath(Request.Path);
        if (oneId == otherId || await register.FindAsync(db, oneId, cancellation) is null || await register.FindAsync(db, otherId, cancellation) is null)
        {
            return NotFound();
        }

        var (lower, higher) = (Math.Min(oneId, otherId), Math.Max(oneId, otherId));
        if (!await db.NotDuplicates.AnyAsync(pair => pair.Kind == register.Kind && pair.OneId == lower && pair.OtherId == higher, cancellation))
        {
            db.NotDuplicates.Add(new NotDuplicate { Kind = register.Kind, OneId = lower, OtherId = higher });
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException exception) when (db.IsDuplicate(exception))
            {
                // Somebody else has just said the same.
            }
        }

        return Done($"/duplicates#{register.Path}", "Merging.NowApart");
    }

    /// <summary>They may be one after all.</summary>
    [HttpPost("apart/{id:long}/removal")]
    public async Task<IActionResult> Together(long id, CancellationToken cancellation)
    {
        if (await db.NotDuplicates.AsTracking().FirstOrDefaultAsync(pair => pair.Id == id, cancellation) is not { } pair)
        {
            return NotFound();
        }

        db.NotDuplicates.Remove(pair);
        await db.SaveChangesAsync(cancellation);
        return Done($"/duplicates#{FirmRegister.Of(pair.Kind).Path}", "Merging.NoLongerApart");
    }
}
