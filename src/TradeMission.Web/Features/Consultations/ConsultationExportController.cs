using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Consultations;

public sealed class ConsultationExportController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("/consultations" + ExportRoute.Suffix)]
    public IActionResult File(ExportFormat format, ConsultationSearch search) => FileOf(format, search);

    [HttpGet("/missions/{missionId:long}/consultations" + ExportRoute.Suffix)]
    public async Task<IActionResult> FileOfMission(long missionId, ExportFormat format, ConsultationSearch search, CancellationToken cancellation)
    {
        if (!await db.Missions.AnyAsync(mission => mission.Id == missionId, cancellation))
        {
            return NotFound();
        }

        search.Mission = missionId;
        return FileOf(format, search);
    }

    private ExportFile<ConsultationRow> FileOf(ExportFormat format, ConsultationSearch search) =>
        new(format, ConsultationExport.Sheet(), search.Rows(db, office.Today).AsSingleQuery().AsAsyncEnumerable());
}
