using Microsoft.EntityFrameworkCore;

#pragma warning disable RS0030 // Read with every list across missions. As an expression it took as long to be looked up as to be answered; both servers read this text.

namespace TradeMission.Web.Data;

/// <summary>
/// Tells one state of missions, companies and participations from every other, whoever changed them and in which process: numbers are never given twice, and every
/// change raises a version. Equal states therefore mean that nothing was added, deleted or changed. Of participations it only matters that they are there: one is of
/// its company until a merge, which changes the company.
/// </summary>
public sealed record RegisterState
{
    private const string Question = """
        SELECT (SELECT MAX(Id) FROM Missions) AS LatestMission, (SELECT COUNT(*) FROM Missions) AS Missions, (SELECT SUM(CAST(Version AS bigint)) FROM Missions) AS MissionVersions,
            (SELECT MAX(Id) FROM Companies) AS LatestCompany, (SELECT COUNT(*) FROM Companies) AS Companies, (SELECT SUM(CAST(Version AS bigint)) FROM Companies) AS CompanyVersions,
            (SELECT MAX(Id) FROM Participations) AS LatestParticipation, (SELECT COUNT(*) FROM Participations) AS Participations
        """;

    public required long? LatestMission { get; init; }

    public required int Missions { get; init; }

    public required long? MissionVersions { get; init; }

    public required long? LatestCompany { get; init; }

    public required int Companies { get; init; }

    public required long? CompanyVersions { get; init; }

    public required long? LatestParticipation { get; init; }

    public required int Participations { get; init; }

    public static Task<RegisterState> OfAsync(TradeDbContext db, CancellationToken cancellation) => db.Database.SqlQueryRaw<RegisterState>(Question).SingleAsync(cancellation);
}
