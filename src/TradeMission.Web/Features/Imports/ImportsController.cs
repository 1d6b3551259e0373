using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Imports;

/// <summary>What has been imported, and taking it back.</summary>
[Route("imports")]
public sealed class ImportsController(TradeDbContext db, CurrentUser user, ImportUndo undo) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? page, CancellationToken cancellation) =>
        View(await db.Imports.OrderByDescending(import => import.Id).Select(ImportLine.Of).PageAsync(page, await db.Imports.CountAsync(cancellation), cancellation));

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Details(long id, CancellationToken cancellation) =>
        await db.Imports.AsNoTracking().Include(import => import.Mission).FirstOrDefaultAsync(import => import.Id == id, cancellation) is { } import ? await PageAsync(import, cancellation) : NotFound();

    [HttpPost("{id:long}/undo")]
    public async Task<IActionResult> Undo(long id, CancellationToken cancellation)
    {
        if (await db.Imports.AsNoTracking().Include(import => import.Mission).FirstOrDefaultAsync(import => import.Id == id, cancellation) is not { } import)
        {
            return NotFound();
        }

        if (await undo.UndoAsync(import, cancellation))
        {
            return Done($"/imports/{id}", "Imports.Undone", Show.Number(import.Rows));
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return await PageAsync(import, cancellation);
    }

    private async Task<IActionResult> PageAsync(Import import, CancellationToken cancellation) =>
        View("Details", new ImportPage(import, user.May("POST", "/imports/{id}/undo") ? await undo.ObstaclesAsync(import, cancellation) : [], await History.OfAsync<Import>(db, import.Id, cancellation)));
}
