using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Buyers;

public sealed class BuyerExportController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("/buyers" + ExportRoute.Suffix)]
    public IActionResult File(ExportFormat format, BuyerSearch search) =>
        new ExportFile<BuyerRow>(format, BuyerExport.Sheet(office.Today), search.Ordered(search.Rows(db, office.Today)).AsAsyncEnumerable());
}
