using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Admin;

/// <summary>Every change to every record, newest first.</summary>
[Route("admin/audit")]
public sealed class AuditController(TradeDbContext db) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(AuditSearch search, CancellationToken cancellation)
    {
        var entries = search.Entries(db);
        if (search.Before is { } before)
        {
            entries = entries.Where(entry => entry.Id < before);
        }

        var shown = entries.OrderByDescending(entry => entry.Id).Take(Paged<HistoryItem>.Size);
        var items = await History.InWordsAsync(db, shown, cancellation);
        var last = items.Count < Paged<HistoryItem>.Size ? null : (long?)await shown.MinAsync(entry => entry.Id, cancellation);
        var records = db.Model.GetEntityTypes().Where(type => !AuditTrail.Exempt.Contains(type.ClrType)).Select(type => AuditTrail.NameOf(type.ClrType)).Distinct().Order()
            .Select(name => new SelectListItem(Texts.Find($"Words.Record.{name}") ?? name, name, name == search.Record));
        return View("Audit", new AuditPage(search, items, last, [.. records]));
    }
}
