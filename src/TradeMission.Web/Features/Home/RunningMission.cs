using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;

namespace TradeMission.Web.Features.Home;

/// <summary>A mission that is underway, with its stored totals.</summary>
/// <param name="Here">Today's stop; null on days without one.</param>
public sealed record RunningMission(MissionHead Mission, MissionTotal Totals, int Companies, RunningMission.Stop? Here)
{
    private const int Shown = 3;

    public sealed record Stop(string CityKo, string CityEn, string TimeZone, string? Venue, bool IsSisterCity);

    /// <summary>Those underway, the latest first.</summary>
    public static async Task<IReadOnlyList<RunningMission>> AllAsync(TradeDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var missions = await db.Missions.Where(mission => mission.Status == MissionStatus.Underway)
            .OrderByDescending(mission => mission.StartsOn).ThenByDescending(mission => mission.Id).Take(Shown).Select(MissionHead.Of).ToListAsync(cancellation);
        var running = new List<RunningMission>();
        foreach (var mission in missions)
        {
            running.Add(new RunningMission(
                mission,
                await db.MissionTotals.AsNoTracking().FirstAsync(total => total.MissionId == mission.Id && total.Scope == TotalScope.Mission, cancellation),
                await db.Participations.CountAsync(participation => participation.MissionId == mission.Id && participation.Status == ParticipationStatus.Selected, cancellation),
                await db.Stops.Where(stop => stop.MissionId == mission.Id && stop.StartsOn <= today && stop.EndsOn >= today).OrderBy(stop => stop.StartsOn).ThenBy(stop => stop.Id)
                    .Select(stop => new Stop(stop.CityKo, stop.CityEn, stop.TimeZone, stop.Venue, stop.SisterCityId != null)).FirstOrDefaultAsync(cancellation)));
        }

        return running;
    }

    /// <summary>Its day, from 1; null before and after its dates.</summary>
    public int? DayOf(DateOnly today) => today >= Mission.StartsOn && today <= Mission.EndsOn ? today.DayNumber - Mission.StartsOn.DayNumber + 1 : null;

    public int Days => Mission.EndsOn.DayNumber - Mission.StartsOn.DayNumber + 1;
}
