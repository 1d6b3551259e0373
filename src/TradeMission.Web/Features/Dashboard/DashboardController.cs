using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Dashboard;

/// <summary>The manager's view over missions and years.</summary>
[Route("dashboard")]
public sealed class DashboardController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year, CancellationToken cancellation) =>
        View(await DashboardPage.OfAsync(db, year, office.Today, cancellation));
}
