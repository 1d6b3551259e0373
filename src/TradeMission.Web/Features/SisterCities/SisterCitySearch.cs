using System.Linq.Expressions;
using TradeMission.Domain.Missions;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.SisterCities;

/// <summary>What the address of the list of sister cities says: ?q=&amp;kind=&amp;country=&amp;region=&amp;sort=&amp;page=.</summary>
public sealed class SisterCitySearch
{
    public string? Q { get; set; }

    public SisterCityKind? Kind { get; set; }

    public string? Country { get; set; }

    public string? Region { get; set; }

    public string? Sort { get; set; }

    public int? Page { get; set; }

    public bool IsFiltered => Q is not null || Kind is not null || Country is not null || Region is not null;

    public IQueryable<SisterCity> SisterCities(TradeDbContext db)
    {
        var cities = db.SisterCities.Containing(Q);
        cities = Kind is { } kind ? cities.Where(city => city.Kind == kind) : cities;
        cities = Country is { Length: > 0 } country ? cities.Where(city => city.Country == country) : cities;
        return Region is { Length: > 0 } region ? cities.Where(city => city.Region == region) : cities;
    }

    public IQueryable<SisterCityRow> Rows(TradeDbContext db, DateOnly today) => SisterCities(db).Select(city => new SisterCityRow
    {
        Id = city.Id,
        NameKo = city.NameKo,
        NameEn = city.NameEn,
        NameLocal = city.NameLocal,
        Country = city.Country,
        Region = city.Region,
        Kind = city.Kind,
        AgreedOn = city.AgreedOn,
        Missions = db.Missions.Count(mission => mission.Status != MissionStatus.Draft && mission.Status != MissionStatus.Cancelled
            && (mission.Stops.Any(stop => stop.SisterCityId == city.Id) || mission.CoHosts.Any(host => host.SisterCityId == city.Id))),
        LastMissionOn = db.Missions.Where(mission => mission.Status != MissionStatus.Draft && mission.Status != MissionStatus.Cancelled
                && (mission.Stops.Any(stop => stop.SisterCityId == city.Id) || mission.CoHosts.Any(host => host.SisterCityId == city.Id)))
            .Max(mission => (DateOnly?)mission.StartsOn),
        Exchanges = city.Exchanges.Count,
        BegunOn = db.Missions.Where(mission => mission.Status != MissionStatus.Draft && mission.Status != MissionStatus.Cancelled && mission.StartsOn <= today
                && (mission.Stops.Any(stop => stop.SisterCityId == city.Id) || mission.CoHosts.Any(host => host.SisterCityId == city.Id)))
            .Max(mission => (DateOnly?)mission.StartsOn),
        ExchangedOn = city.Exchanges.Where(exchange => exchange.HeldOn <= today).Max(exchange => exchange.HeldOn),
    });

    public IQueryable<SisterCityRow> Ordered(IQueryable<SisterCityRow> rows)
    {
        var descending = Sort?.StartsWith('-') == true;
        return Sort?.TrimStart('-') switch
        {
            "country" => By(row => row.Country),
            "agreed" => By(row => row.AgreedOn),
            "missions" => By(row => row.Missions),
            "last" => By(row => row.LastMissionOn),
            "exchanges" => By(row => row.Exchanges),

            // The longer ago, the more dormant; a tie that was never active is the most dormant of all.
            "dormant" => By(row => row.BegunOn == null || row.ExchangedOn > row.BegunOn ? row.ExchangedOn : row.BegunOn, falling: true),
            _ => Show.IsKorean ? By(row => row.NameKo) : By(row => row.NameEn),
        };

        IQueryable<SisterCityRow> By<TKey>(Expression<Func<SisterCityRow, TKey>> key, bool falling = false) =>
            descending != falling ? rows.OrderByDescending(key).ThenByDescending(row => row.Id) : rows.OrderBy(key).ThenBy(row => row.Id);
    }
}
