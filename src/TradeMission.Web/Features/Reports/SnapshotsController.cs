using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Reports;

/// <summary>What was kept of a mission each time it was closed.</summary>
[Route("missions/{id:long}/snapshots")]
public sealed class SnapshotsController(TradeDbContext db) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long id, CancellationToken cancellation)
    {
        if (await db.Missions.AsNoTracking().FirstOrDefaultAsync(mission => mission.Id == id, cancellation) is not { } mission)
        {
            return NotFound();
        }

        var rows = await db.ReportSnapshots.Where(snapshot => snapshot.MissionId == id).OrderByDescending(snapshot => snapshot.Number)
            .Select(snapshot => new SnapshotList.Row(snapshot.Number, snapshot.ClosedAt, snapshot.ClosedByName, snapshot.Reason, snapshot.Sha256)).ToListAsync(cancellation);
        return View("Snapshots", new SnapshotList(id, mission.Reference, mission.TitleKo, mission.TitleEn, mission.Status, rows));
    }

    /// <summary>Beside the records as they are.</summary>
    [HttpGet("{number:int}")]
    public async Task<IActionResult> Compare(long id, int number, CancellationToken cancellation)
    {
        if (await FindAsync(id, number, cancellation) is not { } snapshot)
        {
            return NotFound();
        }

        var mission = snapshot.Mission;
        var (report, _) = SnapshotMark.Read(snapshot);
        var (comparison, mark) = SnapshotMark.Compare(snapshot, await MissionRecords.OfAsync(db, id, cancellation));
        return View("Snapshot", new SnapshotPage(id, mission.Reference, mission.TitleKo, mission.TitleEn, report?.Currency ?? mission.BaseCurrency, snapshot.Reason, mark, comparison));
    }

    /// <summary>The bytes that the hash is of.</summary>
    [HttpGet("{number:int}.json")]
    public async Task<IActionResult> Content(long id, int number, CancellationToken cancellation) =>
        await FindAsync(id, number, cancellation) is { } snapshot ? File(Encoding.UTF8.GetBytes(snapshot.Content), "application/json", $"{snapshot.Mission.Reference}-{number}.json") : NotFound();

    private Task<ReportSnapshot?> FindAsync(long id, int number, CancellationToken cancellation) =>
        db.ReportSnapshots.AsNoTracking().Include(snapshot => snapshot.Mission).FirstOrDefaultAsync(snapshot => snapshot.MissionId == id && snapshot.Number == number, cancellation);
}
