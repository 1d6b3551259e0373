using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Missions;

/// <summary>How missions are numbered.</summary>
internal static class MissionReferences
{
    /// <summary>TM-2026-015 after TM-2026-014. Two officers at the same moment: the unique index refuses the second.</summary>
    public static async Task<string> NextAsync(TradeDbContext db, int year, CancellationToken cancellation)
    {
        var prefix = $"TM-{year}-";
        var last = await db.Missions.Where(mission => mission.Reference.StartsWith(prefix)).OrderByDescending(mission => mission.Reference)
            .Select(mission => mission.Reference).FirstOrDefaultAsync(cancellation);
        var number = last is null ? 1 : int.Parse(last[prefix.Length..], CultureInfo.InvariantCulture) + 1;
        return $"{prefix}{number:000}";
    }
}
