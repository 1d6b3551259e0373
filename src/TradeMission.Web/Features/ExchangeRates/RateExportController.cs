using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.ExchangeRates;

public sealed class RateExportController(TradeDbContext db) : TradeController
{
    [HttpGet("/admin/rates" + ExportRoute.Suffix)]
    public IActionResult File(ExportFormat format, RateSearch search) => new ExportFile<RateRow>(format, RateExport.Sheet(), search.Rows(db).AsAsyncEnumerable());
}
