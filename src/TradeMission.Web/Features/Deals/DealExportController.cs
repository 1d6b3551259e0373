using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Deals;

public sealed class DealExportController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("/deals" + ExportRoute.Suffix)]
    public IActionResult File(ExportFormat format, DealSearch search) =>
        new ExportFile<DealRow>(format, DealExport.Sheet(), search.Ordered(search.Deals(db, office.Today)).Select(DealRow.Of).AsAsyncEnumerable());
}
