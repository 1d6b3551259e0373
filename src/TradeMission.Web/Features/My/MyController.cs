using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.My;

/// <summary>A company's own results. Whatever is not its own does not exist here.</summary>
[Route("my")]
public sealed class MyController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await MyMissions.OfAsync(db, CurrentUser.Of(User), cancellation));

    [HttpGet("missions/{id:long}")]
    public async Task<IActionResult> Mission(long id, CancellationToken cancellation) =>
        await MyMission.OfAsync(db, CurrentUser.Of(User), id, office.Today, cancellation) is { } mission ? View(mission) : NotFound();
}
