using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>A mission is deleted only while it is a draft and nothing hangs on it; afterwards it is cancelled.</summary>
[Route("missions/{id:long}/delete")]
public sealed class MissionDeletionController(TradeDbContext db) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(long id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } mission ? View("Delete", await HangingAsync(mission, cancellation)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Confirm(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } mission)
        {
            return NotFound();
        }

        var page = await HangingAsync(mission, cancellation);
        if (page.Hanging.Count > 0)
        {
            return View("Delete", page);
        }

        db.Missions.Remove(mission);
        await db.SaveChangesAsync(cancellation);
        return Deleted("/missions", page.Name);
    }

    private Task<Mission?> FindAsync(long id, CancellationToken cancellation) => db.Missions
        .Include(mission => mission.CoHosts).Include(mission => mission.StatedTotals).Include(mission => mission.StatusChanges)
        .FirstOrDefaultAsync(mission => mission.Id == id, cancellation);

    private async Task<DeletePage> HangingAsync(Mission mission, CancellationToken cancellation)
    {
        var hanging = new List<DeletePage.Hang>();
        if (mission.Status != MissionStatus.Draft)
        {
            hanging.Add(new DeletePage.Hang(Texts.Get("Missions.OnlyDraftsAreDeleted"), $"/missions/{mission.Id}/status"));
        }

        Add(await db.Consultations.CountAsync(consultation => consultation.MissionId == mission.Id, cancellation), "Missions.HangingConsultations", $"/missions/{mission.Id}/consultations");
        Add(await db.Participations.CountAsync(participation => participation.MissionId == mission.Id, cancellation), "Missions.HangingCompanies", $"/missions/{mission.Id}#companies");
        Add(await db.Stops.CountAsync(stop => stop.MissionId == mission.Id, cancellation), "Missions.HangingStops", $"/missions/{mission.Id}#stops");
        Add(await db.Imports.CountAsync(import => import.MissionId == mission.Id, cancellation), "Missions.HangingImports", "/imports");
        Add(await db.Exchanges.CountAsync(exchange => exchange.MissionId == mission.Id, cancellation), "Missions.HangingExchanges", $"/missions/{mission.Id}#exchange");
        return new DeletePage("Missions", Show.Name(mission.TitleKo, mission.TitleEn), $"/missions/{mission.Id}", hanging);

        void Add(int count, string text, string address)
        {
            if (count > 0)
            {
                hanging.Add(new DeletePage.Hang(Texts.Get(text, count), address));
            }
        }
    }
}
