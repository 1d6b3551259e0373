using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.My;

/// <summary>A company's missions with its own stored totals, the latest first.</summary>
/// <param name="Currency">The base currency that most of its missions have; only they are added up.</param>
/// <param name="Total">Over the missions in <paramref name="Currency"/>; its buyers are those of each mission together.</param>
/// <param name="Apart">How many missions there are in other base currencies.</param>
public sealed record MyMissions(
    string CompanyKo, string? CompanyEn, IReadOnlyList<MyMissions.Row> Rows, string Currency, Figures Total, IReadOnlyList<(string Currency, int Missions)> Apart)
{
    public sealed record Row(
        long MissionId, string Reference, string TitleKo, string TitleEn, DateOnly StartsOn, DateOnly EndsOn, MissionStatus Status, string Currency,
        IReadOnlyList<Place> Stops, Figures Figures);

    public sealed record Place(string CityKo, string CityEn);

    public static async Task<MyMissions> OfAsync(TradeDbContext db, CurrentUser user, CancellationToken cancellation)
    {
        var company = await db.Companies.VisibleTo(user).Where(company => company.Id == user.CompanyId).Select(company => new { company.NameKo, company.NameEn })
            .FirstOrDefaultAsync(cancellation);
        var read = await db.OwnParticipationsOf(user)
            .OrderByDescending(participation => participation.Mission.StartsOn).ThenByDescending(participation => participation.MissionId)
            .Select(participation => new
            {
                participation.Mission.Id,
                participation.Mission.Reference,
                participation.Mission.TitleKo,
                participation.Mission.TitleEn,
                participation.Mission.StartsOn,
                participation.Mission.EndsOn,
                participation.Mission.Status,
                participation.Mission.BaseCurrency,
                Stops = participation.Mission.Stops.OrderBy(stop => stop.StartsOn).ThenBy(stop => stop.Id).Select(stop => new Place(stop.CityKo, stop.CityEn)).ToList(),
                Total = db.MissionTotals.FirstOrDefault(total =>
                    total.MissionId == participation.MissionId && total.Scope == TotalScope.Participation && total.ScopeId == participation.Id),
            })
            .AsNoTracking().ToListAsync(cancellation);
        var rows = read.Select(row => new Row(
            row.Id, row.Reference, row.TitleKo, row.TitleEn, row.StartsOn, row.EndsOn, row.Status, row.BaseCurrency, row.Stops, Figures.Of(row.Total))).ToList();
        var currency = rows.GroupBy(row => row.Currency).OrderByDescending(group => group.Count()).ThenBy(group => group.Key != "USD").Select(group => group.Key).FirstOrDefault("USD");
        return new MyMissions(
            company?.NameKo ?? "", company?.NameEn, rows, currency, Figures.SumOf(rows.Where(row => row.Currency == currency).Select(row => row.Figures)),
            [.. rows.Where(row => row.Currency != currency).GroupBy(row => row.Currency).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()))]);
    }
}
