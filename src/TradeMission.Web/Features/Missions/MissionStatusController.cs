using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Confirmations;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Missions;

[Route("missions/{id:long}/status")]
public sealed class MissionStatusController(TradeDbContext db, MissionClosing closing, Asking asking, CurrentUser user, TimeProvider clock) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await db.Missions.FindAsync([id], cancellation) is { } mission
            ? View("Status", new StatusForm { Mission = mission, Offered = OfferedFor(mission), Version = mission.Version, AskCompanies = true })
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Update(long id, StatusForm form, CancellationToken cancellation)
    {
        if (await db.Missions.FindAsync([id], cancellation) is not { } mission)
        {
            return NotFound();
        }

        (form.Mission, form.Offered) = (mission, OfferedFor(mission));
        if (!await IsValidAsync(form, cancellation))
        {
            return View("Status", form);
        }

        var (next, reason, at) = (form.NextStatus!.Value, form.StatusReason!, clock.GetUtcNow().UtcDateTime);
        db.Expect(mission, form.Version);
        db.Reason = reason;
        try
        {
            if (next == MissionStatus.Closed)
            {
                await closing.CloseAsync(mission, reason, user.Id, user.Name, at, cancellation);
            }
            else
            {
                mission.ChangeStatus(next, reason, user.Id, user.Name, at);
                await db.SaveChangesAsync(cancellation);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }

        if (next == MissionStatus.Closed && form.AskCompanies)
        {
            await asking.AskAllAsync(id, cancellation);
        }

        return Done($"/missions/{id}", "Missions.StatusChanged", Texts.Of(next));
    }

    private IReadOnlyList<MissionStatus> OfferedFor(Mission mission) =>
        [.. Mission.Successors(mission.Status).Where(next => Mission.IsReopening(mission.Status, next) ? user.IsManager : user.IsOfficer)];
}
