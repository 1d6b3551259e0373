using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Consultations;

/// <summary>
/// Tells one state of missions, companies and participations from every other, whoever changed them and in which process: numbers are never given twice, and every
/// change raises a version. Equal keys therefore mean that nothing was added, deleted or changed. Of participations it only matters that they are there: one is of
/// its company until a merge, which changes the company.
/// </summary>
public sealed record FilterChoicesKey
{
    public required long LatestMission { get; init; }

    public required int Missions { get; init; }

    public required long MissionVersions { get; init; }

    public required long? LatestCompany { get; init; }

    public required int Companies { get; init; }

    public required long CompanyVersions { get; init; }

    public required long? LatestParticipation { get; init; }

    public required int Participations { get; init; }

    /// <summary>Null where there is no mission, and so nothing to offer. One question, in which all hangs on the latest mission: what hangs on nothing would be asked by itself, before it.</summary>
    public static Task<FilterChoicesKey?> OfAsync(TradeDbContext db, CancellationToken cancellation) => db.Missions.OrderByDescending(mission => mission.Id)
        .Select(latest => new FilterChoicesKey
        {
            LatestMission = latest.Id,
            Missions = db.Missions.Count(mission => mission.Id <= latest.Id),
            MissionVersions = db.Missions.Where(mission => mission.Id <= latest.Id).Sum(mission => (long)mission.Version),
            LatestCompany = db.Companies.Where(_ => latest.Id > 0).Max(company => (long?)company.Id),
            Companies = db.Companies.Count(_ => latest.Id > 0),
            CompanyVersions = db.Companies.Where(_ => latest.Id > 0).Sum(company => (long)company.Version),
            LatestParticipation = db.Participations.Where(_ => latest.Id > 0).Max(participation => (long?)participation.Id),
            Participations = db.Participations.Count(_ => latest.Id > 0),
        })
        .FirstOrDefaultAsync(cancellation);
}
