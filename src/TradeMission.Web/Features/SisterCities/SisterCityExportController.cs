using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.SisterCities;

public sealed class SisterCityExportController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("/sister-cities" + ExportRoute.Suffix)]
    public IActionResult File(ExportFormat format, SisterCitySearch search) =>
        new ExportFile<SisterCityRow>(format, SisterCityExport.Sheet(office.Today), search.Ordered(search.Rows(db, office.Today)).AsAsyncEnumerable());
}
