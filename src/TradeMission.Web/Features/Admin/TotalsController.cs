using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Admin;

/// <summary>Stored totals against what the records add up to, exactly.</summary>
[Route("admin/totals")]
public sealed class TotalsController(TradeDbContext db, TotalsCheck check) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var clock = Stopwatch.GetTimestamp();
        var differences = await check.FindAsync(cancellationToken: cancellation);
        var took = Stopwatch.GetElapsedTime(clock);
        var rows = await db.MissionTotals.AsNoTracking().Where(total => total.Scope == TotalScope.Mission)
            .Join(db.Missions, total => total.MissionId, mission => mission.Id, (total, mission) => new { total, mission.Reference, mission.TitleKo, mission.TitleEn, mission.BaseCurrency, mission.StartsOn })
            .OrderByDescending(row => row.StartsOn).ThenByDescending(row => row.Reference).ToListAsync(cancellation);
        return View("Totals", new TotalsPage(
            [.. rows.Select(row => new TotalsPage.Row(
                row.total.MissionId, row.Reference, Show.Name(row.TitleKo, row.TitleEn), row.BaseCurrency, TotalFigures.Of(row.total),
                [.. differences.Where(difference => difference.MissionId == row.total.MissionId)]))],
            took));
    }

    [HttpPost("")]
    public async Task<IActionResult> Repair(CancellationToken cancellation)
    {
        var repaired = await check.RepairAsync(Texts.Get("Admin.RepairReason"), cancellationToken: cancellation);
        return Done("/admin/totals", "Admin.Repaired", repaired.Count);
    }
}
