using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Missions;

public sealed class MissionExportController(TradeDbContext db) : TradeController
{
    [HttpGet("/missions" + ExportRoute.Suffix)]
    public IActionResult File(ExportFormat format, MissionSearch search) =>
        new ExportFile<MissionRow>(format, MissionExport.Sheet(), search.Ordered(search.Rows(db)).AsSingleQuery().AsAsyncEnumerable());
}
