using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Reports;

/// <summary>A mission's figures for paper and for scripts.</summary>
[Route("missions/{id:long}")]
public sealed class ReportsController(TradeDbContext db) : TradeController
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="version">The number of a snapshot. Without one, a closed mission prints from its latest, and any other from its records.</param>
    [HttpGet("report")]
    public async Task<IActionResult> Report(long id, int? version, CancellationToken cancellation)
    {
        var kept = db.ReportSnapshots.AsNoTracking().Where(snapshot => snapshot.MissionId == id);
        var snapshot = version is { } number
            ? await kept.FirstOrDefaultAsync(snapshot => snapshot.Number == number, cancellation)
            : await kept.Where(snapshot => snapshot.Mission.Status == MissionStatus.Closed).OrderByDescending(snapshot => snapshot.Number).FirstOrDefaultAsync(cancellation);
        if (snapshot is null)
        {
            return version is null && await SummaryReport.OfAsync(db, id, cancellation) is { } live ? View(live) : NotFound();
        }

        var (report, mark) = SnapshotMark.Read(snapshot);
        return View(report ?? (await SummaryReport.OfAsync(db, id, cancellation))! with { Kept = mark });
    }

    [HttpGet("totals.json")]
    public async Task<IActionResult> Totals(long id, CancellationToken cancellation) =>
        await TotalsDocument.OfAsync(db, id, cancellation) is { } totals ? new JsonResult(totals, Plain) : NotFound();
}
