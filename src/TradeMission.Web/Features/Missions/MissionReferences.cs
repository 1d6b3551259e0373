using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Missions;

/// <summary>How missions are numbered.</summary>
public static class MissionReferences
{
    /// <summary>
    /// TM-2026-015 after TM-2026-014. Ask inside the transaction that adds the mission: whoever asks at the same moment waits until that is over, and counts on. Only of the very first two missions
    /// does the unique index refuse one.
    /// </summary>
    public static async Task<string> NextAsync(TradeDbContext db, int year, CancellationToken cancellation)
    {
        await TotalsMovement.LockAllAsync(db, cancellation);
        var prefix = $"TM-{year}-";
        var last = await db.Missions.Where(mission => mission.Reference.StartsWith(prefix)).OrderByDescending(mission => mission.Reference)
            .Select(mission => mission.Reference).FirstOrDefaultAsync(cancellation);
        var number = last is null ? 1 : int.Parse(last[prefix.Length..], CultureInfo.InvariantCulture) + 1;
        return $"{prefix}{number:000}";
    }
}
