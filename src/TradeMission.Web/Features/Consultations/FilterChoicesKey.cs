using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Consultations;

/// <summary>
/// Tells one state of missions, companies and participations from every other, whoever changed them and in which process: numbers are never given twice, and every
/// change raises a version. Equal keys therefore mean that nothing was added, deleted or changed.
/// </summary>
public sealed record FilterChoicesKey(
    int Missions, long LatestMission, long MissionVersions, int Companies, long? LatestCompany, long? CompanyVersions, int Participations, long? LatestParticipation)
{
    /// <summary>Null where there is no mission yet.</summary>
    public static Task<FilterChoicesKey?> OfAsync(TradeDbContext db, CancellationToken cancellation) => db.Missions.GroupBy(_ => 1)
        .Select(missions => new FilterChoicesKey(
            missions.Count(),
            missions.Max(mission => mission.Id),
            missions.Sum(mission => (long)mission.Version),
            db.Companies.Count(),
            db.Companies.Max(company => (long?)company.Id),
            db.Companies.Sum(company => (long?)company.Version),
            db.Participations.Count(),
            db.Participations.Max(participation => (long?)participation.Id)))
        .SingleOrDefaultAsync(cancellation);
}
