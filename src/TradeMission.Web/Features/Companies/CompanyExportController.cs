using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Companies;

public sealed class CompanyExportController(TradeDbContext db) : TradeController
{
    [HttpGet("/companies" + ExportRoute.Suffix)]
    public async Task<IActionResult> File(ExportFormat format, CompanySearch search, CancellationToken cancellation)
    {
        var currency = await search.CurrencyAsync(db, cancellation);
        return new ExportFile<CompanyRow>(format, CompanyExport.Sheet(currency), search.Ordered(search.Rows(db, currency)).AsSingleQuery().AsAsyncEnumerable());
    }
}
