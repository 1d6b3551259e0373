using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

[Route("missions/{missionId:long}/stops/{stopId:long}/supports")]
public sealed class HostSupportsController(TradeDbContext db) : TradeController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(long missionId, long stopId, CancellationToken cancellation) =>
        await FindStopAsync(missionId, stopId, cancellation) is { } stop
            ? View("HostSupportForm", new HostSupportForm { Stop = stop, Mission = stop.Mission, Currency = stop.Mission.BaseCurrency, SubmissionId = Guid.NewGuid() })
            : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> Create(long missionId, long stopId, HostSupportForm form, CancellationToken cancellation)
    {
        if (await FindStopAsync(missionId, stopId, cancellation) is not { } stop)
        {
            return NotFound();
        }

        (form.Stop, form.Mission) = (stop, stop.Mission);
        if (!await IsValidAsync(form, cancellation))
        {
            return View("HostSupportForm", form);
        }

        var support = form.Create(stopId);
        await form.ApplyAsync(support, db, cancellation);
        db.HostSupports.Add(support);
        db.SubmitOnce(form.SubmissionId, stop.Mission);
        db.Reason = form.Reason;
        await db.SaveChangesAsync(cancellation);
        return Done($"/missions/{missionId}#stops", "Shared.Created", support.Description);
    }

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long missionId, long stopId, long id, CancellationToken cancellation) =>
        await FindAsync(missionId, stopId, id, cancellation) is { } support ? View("HostSupportForm", HostSupportForm.Of(support)) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long missionId, long stopId, long id, HostSupportForm form, CancellationToken cancellation)
    {
        if (await FindAsync(missionId, stopId, id, cancellation) is not { } support)
        {
            return NotFound();
        }

        (form.SupportId, form.Stop, form.Mission) = (id, support.Stop, support.Stop.Mission);
        if (!await IsValidAsync(form, cancellation))
        {
            return View("HostSupportForm", form);
        }

        if (form.Version != support.Version)
        {
            return await ShowBothAsync(form, HostSupportForm.Of(support), support, $"/missions/{missionId}#stops", cancellation);
        }

        await form.ApplyAsync(support, db, cancellation);
        db.Reason = form.Reason;
        return await SaveEditAsync(form, support, HostSupportForm.Of, $"/missions/{missionId}#stops", cancellation);
    }

    [HttpGet("{id:long}/delete")]
    public async Task<IActionResult> Delete(long missionId, long stopId, long id, CancellationToken cancellation) =>
        await FindAsync(missionId, stopId, id, cancellation) is { } support ? View("Delete", PageOf(support)) : NotFound();

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> ConfirmDelete(long missionId, long stopId, long id, CancellationToken cancellation)
    {
        if (await FindAsync(missionId, stopId, id, cancellation) is not { } support)
        {
            return NotFound();
        }

        var page = PageOf(support);
        if (page.Hanging.Count > 0)
        {
            return View("Delete", page);
        }

        db.HostSupports.Remove(support);
        await db.SaveChangesAsync(cancellation);
        return Deleted($"/missions/{missionId}#stops", page.Name);
    }

    private Task<Stop?> FindStopAsync(long missionId, long stopId, CancellationToken cancellation) =>
        db.Stops.Include(stop => stop.Mission).FirstOrDefaultAsync(stop => stop.Id == stopId && stop.MissionId == missionId, cancellation);

    private Task<HostSupport?> FindAsync(long missionId, long stopId, long id, CancellationToken cancellation) =>
        db.HostSupports.Include(support => support.Stop.Mission)
            .FirstOrDefaultAsync(support => support.Id == id && support.StopId == stopId && support.Stop.MissionId == missionId, cancellation);

    private static DeletePage PageOf(HostSupport support) => new(
        "Missions", support.Description, $"/missions/{support.Stop.MissionId}#stops",
        support.Stop.Mission.Status == MissionStatus.Closed ? [new DeletePage.Hang(Texts.Get("Missions.ClosedKeepsParts"), null)] : []);
}
