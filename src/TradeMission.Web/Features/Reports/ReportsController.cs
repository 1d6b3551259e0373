using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Reports;

/// <summary>A mission's figures for paper and for scripts.</summary>
[Route("missions/{id:long}")]
public sealed class ReportsController(TradeDbContext db) : TradeController
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [HttpGet("report")]
    public async Task<IActionResult> Report(long id, CancellationToken cancellation) =>
        await SummaryReport.OfAsync(db, id, cancellation) is { } report ? View(report) : NotFound();

    [HttpGet("totals.json")]
    public async Task<IActionResult> Totals(long id, CancellationToken cancellation) =>
        await TotalsDocument.OfAsync(db, id, cancellation) is { } totals ? new JsonResult(totals, Plain) : NotFound();
}
