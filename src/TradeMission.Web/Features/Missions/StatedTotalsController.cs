using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

[Route("missions/{missionId:long}/stated-totals")]
public sealed class StatedTotalsController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(long missionId, CancellationToken cancellation) =>
        await db.Missions.FindAsync([missionId], cancellation) is { } mission
            ? View("StatedTotalForm", new StatedTotalForm { Mission = mission, StatedOn = office.Today, SubmissionId = Guid.NewGuid() })
            : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> Create(long missionId, StatedTotalForm form, CancellationToken cancellation)
    {
        form.Mission = await db.Missions.FindAsync([missionId], cancellation);
        if (form.Mission is null)
        {
            return NotFound();
        }

        if (!await IsValidAsync(form, cancellation))
        {
            return View("StatedTotalForm", form);
        }

        db.StatedTotals.Add(form.Create(missionId));
        db.SubmitOnce(form.SubmissionId, form.Mission);
        db.Reason = form.Reason;
        await db.SaveChangesAsync(cancellation);
        return Done($"/missions/{missionId}#stated", "Shared.Saved");
    }

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long missionId, long id, CancellationToken cancellation) =>
        await FindAsync(missionId, id, cancellation) is { } stated ? View("StatedTotalForm", StatedTotalForm.Of(stated)) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long missionId, long id, StatedTotalForm form, CancellationToken cancellation)
    {
        if (await FindAsync(missionId, id, cancellation) is not { } stated)
        {
            return NotFound();
        }

        (form.StatedTotalId, form.Mission) = (id, stated.Mission);
        if (!await IsValidAsync(form, cancellation))
        {
            return View("StatedTotalForm", form);
        }

        if (form.Version != stated.Version)
        {
            return await ShowBothAsync(form, StatedTotalForm.Of(stated), stated, $"/missions/{missionId}#stated", cancellation);
        }

        form.Apply(stated);
        db.Reason = form.Reason;
        return await SaveEditAsync(form, stated, StatedTotalForm.Of, $"/missions/{missionId}#stated", cancellation);
    }

    [HttpGet("{id:long}/delete")]
    public async Task<IActionResult> Delete(long missionId, long id, CancellationToken cancellation) =>
        await FindAsync(missionId, id, cancellation) is { } stated ? View("Delete", PageOf(stated)) : NotFound();

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> ConfirmDelete(long missionId, long id, CancellationToken cancellation)
    {
        if (await FindAsync(missionId, id, cancellation) is not { } stated)
        {
            return NotFound();
        }

        var page = PageOf(stated);
        if (page.Hanging.Count > 0)
        {
            return View("Delete", page);
        }

        db.StatedTotals.Remove(stated);
        await db.SaveChangesAsync(cancellation);
        return Deleted($"/missions/{missionId}#stated", page.Name);
    }

    private Task<StatedTotal?> FindAsync(long missionId, long id, CancellationToken cancellation) =>
        db.StatedTotals.Include(stated => stated.Mission).FirstOrDefaultAsync(stated => stated.Id == id && stated.MissionId == missionId, cancellation);

    private static DeletePage PageOf(StatedTotal stated) => new(
        "Missions", $"{Texts.Of(stated.Figure)} {stated.AsPrinted}", $"/missions/{stated.MissionId}#stated",
        stated.Mission.Status == MissionStatus.Closed ? [new DeletePage.Hang(Texts.Get("Missions.ClosedKeepsParts"), null)] : []);
}
