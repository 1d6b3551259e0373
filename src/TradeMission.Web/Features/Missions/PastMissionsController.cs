using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Missions;

/// <summary>Missions of the past of which only published figures exist: entered in one form, and closed as they are entered.</summary>
[Route("missions/past/new")]
public sealed class PastMissionsController(TradeDbContext db, MissionClosing closing, CurrentUser user, TimeProvider clock) : TradeController
{
    [HttpGet("")]
    public IActionResult New() => View("PastMission", PastMissionForm.New());

    [HttpPost("")]
    public async Task<IActionResult> Create(PastMissionForm form, CancellationToken cancellation)
    {
        if (!await IsValidAsync(form, cancellation))
        {
            form.Stops.AddRange(Enumerable.Range(0, Math.Max(0, PastMissionForm.Lines - form.Stops.Count)).Select(_ => new PastStop()));
            return View("PastMission", form);
        }

        await using var transaction = await db.BeginWriteAsync(cancellation);
        var mission = form.Create(await MissionReferences.NextAsync(db, form.StartsOn!.Value.Year, cancellation));
        var reason = Texts.Get("Missions.EnteredFromPublished") + (form.Remark is { } remark ? $": {remark}" : "");
        db.Missions.Add(mission);
        db.Stops.AddRange(form.StopsOf(mission));
        db.StatedTotals.AddRange(form.FiguresOf(mission));
        db.SubmitOnce(form.SubmissionId, mission);
        db.Reason = reason;
        await db.SaveChangesAsync(cancellation);
        db.Reason = reason;
        await closing.CloseAsOverAsync(mission, reason, user.Id, user.Name, clock.GetUtcNow().UtcDateTime, cancellation);
        await transaction.CommitAsync(cancellation);
        return Done($"/missions/{mission.Id}", "Shared.Created", Show.Name(mission.TitleKo, mission.TitleEn));
    }
}
