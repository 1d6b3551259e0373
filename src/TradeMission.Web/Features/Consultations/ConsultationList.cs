using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>A list of consultations: of one mission, or across missions.</summary>
/// <param name="Mission">Whose log it is; null across missions.</param>
public sealed record ConsultationList(
    ConsultationSearch Search, MissionHead? Mission, ConsultationListPage Page, IReadOnlyList<ConsultationSum> Sums, DateOnly Today,
    IReadOnlyList<SelectListItem> Missions, IReadOnlyList<SelectListItem> Stops, IReadOnlyList<SelectListItem> Companies, IReadOnlyList<SelectListItem> Years)
{
    public int Total => Sums.Sum(sum => sum.Consultations);

    public static async Task<ConsultationList> OfAsync(TradeDbContext db, ConsultationSearch search, MissionHead? mission, DateOnly today, CancellationToken cancellation)
    {
        search.Mission = mission?.Id ?? search.Mission;
        var sums = await search.SumsAsync(db, today, cancellation);
        var page = await search.PageAsync(db, today, sums.Sum(sum => sum.Consultations), cancellation);
        return new ConsultationList(
            search, mission, page, sums, today,
            mission is null ? await MissionsAsync(db, search, cancellation) : [],
            search.Mission is { } one ? await StopsAsync(db, one, search, cancellation) : [],
            await CompaniesAsync(db, search, cancellation),
            mission is null ? await YearsAsync(db, search, cancellation) : []);
    }

    private static async Task<IReadOnlyList<SelectListItem>> MissionsAsync(TradeDbContext db, ConsultationSearch search, CancellationToken cancellation) =>
        [.. (await db.Missions.OrderByDescending(mission => mission.StartsOn).ThenByDescending(mission => mission.Id)
                .Select(mission => new { mission.Id, mission.Reference, mission.TitleKo, mission.TitleEn }).ToListAsync(cancellation))
            .Select(mission => new SelectListItem($"{mission.Reference} {Show.Name(mission.TitleKo, mission.TitleEn)}", $"{mission.Id}", mission.Id == search.Mission))];

    private static async Task<IReadOnlyList<SelectListItem>> StopsAsync(TradeDbContext db, long mission, ConsultationSearch search, CancellationToken cancellation)
    {
        var stops = (await db.Stops.Where(stop => stop.MissionId == mission).OrderBy(stop => stop.StartsOn).ThenBy(stop => stop.Id)
                .Select(stop => new { stop.Id, stop.CityKo, stop.CityEn }).ToListAsync(cancellation))
            .Select(stop => new SelectListItem(Show.Name(stop.CityKo, stop.CityEn), $"{stop.Id}", stop.Id == search.Stop)).ToList();
        if (await db.MissionTotals.AnyAsync(total => total.MissionId == mission && total.Scope == TotalScope.Stop && total.ScopeId == MissionTotal.UnknownStop && total.Consultations > 0, cancellation))
        {
            stops.Add(new SelectListItem(Texts.Get("Consultations.StopUnknown"), $"{MissionTotal.UnknownStop}", search.Stop == MissionTotal.UnknownStop));
        }

        return stops;
    }

    private static async Task<IReadOnlyList<SelectListItem>> CompaniesAsync(TradeDbContext db, ConsultationSearch search, CancellationToken cancellation) =>
        [.. (await db.Companies.Where(company => company.Participations.Any(participation => search.Mission == null || participation.MissionId == search.Mission))
                .Select(company => new { company.Id, company.NameKo, company.NameEn }).ToListAsync(cancellation))
            .Select(company => Choices.Item(Show.Name(company.NameKo, company.NameEn), company.Id)).OrderBy(item => item.Text, StringComparer.CurrentCulture).Selecting(search.Company)];

    private static async Task<IReadOnlyList<SelectListItem>> YearsAsync(TradeDbContext db, ConsultationSearch search, CancellationToken cancellation) =>
        [.. (await db.Missions.Select(mission => mission.StartsOn.Year).Union(db.Missions.Select(mission => mission.EndsOn.Year)).OrderByDescending(year => year).ToListAsync(cancellation))
            .Select(year => new SelectListItem($"{year}", $"{year}", year == search.Year))];
}
