using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Deals;

/// <summary>The list's page: what was searched, what was found, and its sums.</summary>
/// <param name="Sums">Contract values of the open deals among them, one for each base currency and stage; stages are never added up with each other here.</param>
public sealed record DealList(DealSearch Search, Paged<DealRow> Found, IReadOnlyList<DealList.Sum> Sums, DateOnly Today, IReadOnlyList<SelectListItem> Missions, IReadOnlyList<SelectListItem> Years,
    IReadOnlyList<SelectListItem> Owners)
{
    public sealed record Sum(string Currency, DealStage Stage, int Deals, decimal Amount, int WithoutRate);

    public static async Task<DealList> OfAsync(TradeDbContext db, DealSearch search, DateOnly today, CancellationToken cancellation)
    {
        var deals = search.Deals(db, today);
        var sums = await deals.Where(deal => deal.State == DealState.Open && deal.Stage != null).GroupBy(deal => new { deal.Mission.BaseCurrency, deal.Stage })
            .Select(group => new Sum(group.Key.BaseCurrency, group.Key.Stage!.Value, group.Count(), group.Sum(deal => deal.ContractBase ?? 0m), group.Sum(deal => deal.WithoutRate)))
            .ToListAsync(cancellation);
        var years = await db.Missions.Select(mission => mission.StartsOn.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellation);
        var owners = await db.Deals.Where(deal => deal.Owner != null).Select(deal => deal.Owner!).Distinct().ToListAsync(cancellation);
        return new DealList(
            search,
            await search.Ordered(deals).Select(DealRow.Of).PageAsync(search.Page, await deals.CountAsync(cancellation), cancellation),
            [.. sums.OrderBy(sum => sum.Currency, StringComparer.Ordinal).ThenBy(sum => sum.Stage)],
            today,
            (await Choices.MissionsAsync(db, cancellation)).Selecting(search.Mission),
            [.. years.Select(year => new SelectListItem($"{year}", $"{year}", year == search.Year))],
            [.. owners.Order(StringComparer.CurrentCulture).Select(owner => new SelectListItem(owner, owner, owner == search.Owner))]);
    }
}
