using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Admin;

/// <summary>The trail holds what records held, people's addresses too: why it leaves the portal, is asked first.</summary>
public sealed class AuditExportController(TradeDbContext db) : TradeController
{
    [HttpGet("/admin/audit" + ExportRoute.Suffix)]
    public IActionResult Ask(ExportFormat format) => Form(new DownloadForm(), format);

    [HttpPost("/admin/audit" + ExportRoute.Suffix)]
    public async Task<IActionResult> File(ExportFormat format, AuditSearch search, DownloadForm form, CancellationToken cancellation)
    {
        if (!await IsValidAsync(form, cancellation))
        {
            return Form(form, format);
        }

        await Download.NoteAsync(db, nameof(AuditEntry), Texts.Of(format), Request.QueryString, form.DownloadReason!, cancellation);
        return new ExportFile<HistoryItem>(format, AuditExport.Sheet(), AuditExport.RowsAsync(db, search.Entries(db), HttpContext.RequestAborted));
    }

    private ViewResult Form(DownloadForm form, ExportFormat format)
    {
        form.Of = new DownloadForm.Source(Texts.Get("Shared.NavAudit"), "Audit", "/admin/audit" + Request.QueryString, format);
        return View("Download", form);
    }
}
