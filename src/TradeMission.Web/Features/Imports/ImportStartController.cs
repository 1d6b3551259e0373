using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Files;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Imports;

/// <summary>Where an import begins: a file or pasted cells, read into a draft; and the template.</summary>
public sealed class ImportStartController(TradeDbContext db, Importing importing, CurrentUser user) : TradeController
{
    /// <summary>A file, and what a form adds to it.</summary>
    public const long RequestLimit = FileLimits.Largest + (64 * 1024);

    [HttpGet("missions/{missionId:long}/consultations/import")]
    [HttpGet("buyers/import")]
    [HttpGet("companies/import")]
    public async Task<IActionResult> New(long? missionId, CancellationToken cancellation) =>
        await TargetAsync(missionId, cancellation) is { } target ? await FormAsync(target, new ImportForm { ClientId = Guid.NewGuid(), AmountUnit = Unit.Of(null, target.BaseCurrency).Kind }, cancellation) : NotFound();

    [HttpPost("missions/{missionId:long}/consultations/import")]
    [HttpPost("buyers/import")]
    [HttpPost("companies/import")]
    [LargestRequest(RequestLimit)]
    [RequestFormLimits(ValueLengthLimit = (int)FileLimits.Largest)]
    public async Task<IActionResult> Read(long? missionId, ImportForm form, CancellationToken cancellation)
    {
        if (await TargetAsync(missionId, cancellation) is not { } target)
        {
            return NotFound();
        }

        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(target, form, cancellation);
        }

        await using var content = form.Open();
        var unit = new ImportUnit(new Unit(form.AmountUnit ?? MoneyUnit.Usd, target.BaseCurrency).Size, target.BaseCurrency);
        var reading = await importing.ReadAsync(new ImportSource(form.ClientId, target.Kind, missionId, user.Id, form.File?.FileName, unit), content, cancellation);
        if (reading.Draft is { } draft)
        {
            return LocalRedirect($"/imports/drafts/{draft}");
        }

        form.Earlier = reading.Earlier;
        ModelState.AddModelError(form.Field, reading.Refusal?.Message ?? Texts.Get("Imports.SameAgain"));
        return await FormAsync(target, form, cancellation);
    }

    [HttpGet("missions/{missionId:long}/consultations/import/template")]
    [HttpGet("buyers/import/template")]
    [HttpGet("companies/import/template")]
    public async Task<IActionResult> Template(long? missionId, CancellationToken cancellation)
    {
        if (await TargetAsync(missionId, cancellation) is not { } target)
        {
            return NotFound();
        }

        var offered = await importing.ImporterOf(target.Kind).OfferedAsync(missionId, cancellation);
        var name = Texts.Get("Imports.TemplateName", Texts.Of(target.Kind), target.Mission?.Reference).TrimEnd();
        return File(ImportTemplate.Write(target, offered), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx");
    }

    private async Task<IActionResult> FormAsync(ImportTarget target, ImportForm form, CancellationToken cancellation)
    {
        form.Target = target;
        form.Waiting = await db.ImportDrafts.AsNoTracking().Where(draft => draft.UserId == user.Id && draft.Kind == target.Kind && draft.MissionId == (target.Mission == null ? null : target.Mission.Id))
            .OrderByDescending(draft => draft.Id).FirstOrDefaultAsync(cancellation);
        return View("New", form);
    }

    /// <summary>Null where there is no such mission.</summary>
    private async Task<ImportTarget?> TargetAsync(long? missionId, CancellationToken cancellation)
    {
        if (missionId is null)
        {
            return new ImportTarget(Request.Path.StartsWithSegments("/buyers", StringComparison.OrdinalIgnoreCase) ? ImportKind.Buyers : ImportKind.Companies, null);
        }

        var mission = await db.Missions.VisibleTo(user).Where(mission => mission.Id == missionId).Select(MissionHead.Of).FirstOrDefaultAsync(cancellation);
        return mission is null ? null : new ImportTarget(ImportKind.Consultations, mission);
    }
}
