using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>A mission's log of consultations.</summary>
[Route("missions/{missionId:long}/consultations")]
public sealed class MissionLogController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long missionId, ConsultationSearch search, CancellationToken cancellation) =>
        await db.Missions.Where(mission => mission.Id == missionId).Select(MissionHead.Of).FirstOrDefaultAsync(cancellation) is { } mission
            ? View(await ConsultationList.OfAsync(db, search, mission, office.Today, cancellation))
            : NotFound();
}
