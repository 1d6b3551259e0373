using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Offline;

/// <summary>What "prepare this mission" stores on a device.</summary>
[Route("api/missions/{id:long}/kit")]
public sealed class MissionKitController(TradeDbContext db, CurrentUser user) : TradeController
{
    [HttpGet("")]
    [ResponseCache(NoStore = true)]
    public async Task<IActionResult> Details(long id, CancellationToken cancellation) =>
        await MissionKit.OfAsync(db, user, id, cancellation) is { } kit ? new JsonResult(kit, SentConsultation.Json) : NotFound();
}
