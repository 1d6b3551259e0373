using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

[Route("missions/{missionId:long}/stops")]
public sealed class StopsController(TradeDbContext db) : TradeController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(long missionId, CancellationToken cancellation) =>
        await db.Missions.FindAsync([missionId], cancellation) is { } mission
            ? await FormAsync(new StopForm { Mission = mission, SubmissionId = Guid.NewGuid() }, cancellation)
            : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> Create(long missionId, StopForm form, CancellationToken cancellation)
    {
        form.Mission = await db.Missions.FindAsync([missionId], cancellation);
        if (form.Mission is null)
        {
            return NotFound();
        }

        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        db.Stops.Add(form.Create(missionId));
        db.SubmitOnce(form.SubmissionId, form.Mission);
        db.Reason = form.Reason;
        await db.SaveChangesAsync(cancellation);
        return Done($"/missions/{missionId}#stops", "Shared.Created", Show.Name(form.CityKo, form.CityEn));
    }

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long missionId, long id, CancellationToken cancellation) =>
        await FindAsync(missionId, id, cancellation) is { } stop ? await FormAsync(StopForm.Of(stop), cancellation) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long missionId, long id, StopForm form, CancellationToken cancellation)
    {
        if (await FindAsync(missionId, id, cancellation) is not { } stop)
        {
            return NotFound();
        }

        (form.StopId, form.Mission) = (id, stop.Mission);
        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        if (form.Version != stop.Version)
        {
            return await ShowBothAsync(form, StopForm.Of(stop), stop, $"/missions/{missionId}#stops", cancellation);
        }

        form.Apply(stop);
        db.Reason = form.Reason;
        return await SaveEditAsync(form, stop, StopForm.Of, $"/missions/{missionId}#stops", cancellation);
    }

    [HttpGet("{id:long}/delete")]
    public async Task<IActionResult> Delete(long missionId, long id, CancellationToken cancellation) =>
        await FindAsync(missionId, id, cancellation) is { } stop ? View("Delete", await HangingAsync(stop, cancellation)) : NotFound();

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> ConfirmDelete(long missionId, long id, CancellationToken cancellation)
    {
        if (await FindAsync(missionId, id, cancellation) is not { } stop)
        {
            return NotFound();
        }

        var page = await HangingAsync(stop, cancellation);
        if (page.Hanging.Count > 0)
        {
            return View("Delete", page);
        }

        db.Stops.Remove(stop);
        await db.SaveChangesAsync(cancellation);
        return Deleted($"/missions/{missionId}#stops", page.Name);
    }

    private async Task<IActionResult> FormAsync(StopForm form, CancellationToken cancellation)
    {
        ViewData["SisterCities"] = await Choices.SisterCitiesAsync(db, cancellation);
        return View("StopForm", form);
    }

    private Task<Stop?> FindAsync(long missionId, long id, CancellationToken cancellation) =>
        db.Stops.Include(stop => stop.Mission).Include(stop => stop.Supports).FirstOrDefaultAsync(stop => stop.Id == id && stop.MissionId == missionId, cancellation);

    private async Task<DeletePage> HangingAsync(Stop stop, CancellationToken cancellation)
    {
        var hanging = new List<DeletePage.Hang>();
        if (stop.Mission.Status == MissionStatus.Closed)
        {
            hanging.Add(new DeletePage.Hang(Texts.Get("Missions.ClosedKeepsParts"), null));
        }

        if (await db.Consultations.CountAsync(consultation => consultation.StopId == stop.Id, cancellation) is > 0 and var consultations)
        {
            hanging.Add(new DeletePage.Hang(Texts.Get("Missions.HangingConsultations", consultations), $"/missions/{stop.MissionId}/consultations?stop={stop.Id}"));
        }

        return new DeletePage("Missions", Show.Name(stop.CityKo, stop.CityEn), $"/missions/{stop.MissionId}#stops", hanging);
    }
}
