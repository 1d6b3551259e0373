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

    public static async Task<ConsultationList> OfAsync(TradeDbContext db, FilterChoices choices, ConsultationSearch search, DateOnly today, CancellationToken cancellation)
    {
        var offered = await choices.OfAsync(db, cancellation);
        var companies = search.Mission is { } one ? await CompaniesAsync(db, one, search, cancellation) : offered.Companies;
        return await OfAsync(db, search, null, today, offered.Missions, companies, offered.Years, cancellation);
    }

    public static async Task<ConsultationList> OfAsync(TradeDbContext db, MissionHead mission, ConsultationSearch search, DateOnly today, CancellationToken cancellation)
    {
        search.Mission = mission.Id;
        return await OfAsync(db, search, mission, today, [], await CompaniesAsync(db, mission.Id, search, cancellation), [], cancellation);
    }

    private static async Task<ConsultationList> OfAsync(
        TradeDbContext db, ConsultationSearch search, MissionHead? mission, DateOnly today,
        IReadOnlyList<SelectListItem> missions, IReadOnlyList<SelectListItem> companies, IReadOnlyList<SelectListItem> years, CancellationToken cancellation)
    {
        var sums = await search.SumsAsync(db, today, cancellation);
        var page = await search.PageAsync(db, today, sums.Sum(sum => sum.Consultations), cancellation);
        return new ConsultationList(
            search, mission, page, sums, today, missions, search.Mission is { } one ? await StopsAsync(db, one, search, cancellation) : [], companies, years);
    }

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

    /// <summary>The mission's, and whichever the list is filtered by: a filter that finds nothing must say so.</summary>
    private static async Task<IReadOnlyList<SelectListItem>> CompaniesAsync(TradeDbContext db, long mission, ConsultationSearch search, CancellationToken cancellation) =>
        [.. (await db.Companies.Where(company => company.Id == search.Company || company.Participations.Any(participation => participation.MissionId == mission))
                .Select(company => new { company.Id, company.NameKo, company.NameEn }).ToListAsync(cancellation))
            .Select(company => Choices.Item(Show.Name(company.NameKo, company.NameEn), company.Id)).OrderBy(item => item.Text, StringComparer.CurrentCulture).Selecting(search.Company)];
}
