using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Admin;

/// <summary>Names and addresses of people leave the portal: why, is asked first.</summary>
public sealed class UserExportController(TradeDbContext db, TimeProvider clock) : TradeController
{
    [HttpGet("/admin/users" + ExportRoute.Suffix)]
    public IActionResult Ask(ExportFormat format) => Form(new DownloadForm(), format);

    [HttpPost("/admin/users" + ExportRoute.Suffix)]
    public async Task<IActionResult> File(ExportFormat format, UserSearch search, DownloadForm form, CancellationToken cancellation)
    {
        if (!await IsValidAsync(form, cancellation))
        {
            return Form(form, format);
        }

        await Download.NoteAsync(db, AuditTrail.NameOf(typeof(TradeUser)), Texts.Of(format), Request.QueryString, form.DownloadReason!, cancellation);
        return new ExportFile<UserRow>(format, UserExport.Sheet(), search.Ordered(search.Rows(db, clock.GetUtcNow())).AsAsyncEnumerable());
    }

    private ViewResult Form(DownloadForm form, ExportFormat format)
    {
        form.Of = new DownloadForm.Source(Texts.Get("Shared.NavUsers"), "Users", "/admin/users" + Request.QueryString, format);
        return View("Download", form);
    }
}
