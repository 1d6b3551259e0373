using System.Linq.Expressions;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>What the address of the list of missions says: ?q=&amp;year=&amp;status=&amp;region=&amp;sisterCity=&amp;sort=&amp;page=.</summary>
public sealed class MissionSearch
{
    public string? Q { get; set; }

    public int? Year { get; set; }

    public MissionStatus? Status { get; set; }

    public string? Region { get; set; }

    public long? SisterCity { get; set; }

    public string? Sort { get; set; }

    public int? Page { get; set; }

    public bool IsFiltered => Q is not null || Year is not null || Status is not null || Region is not null || SisterCity is not null;

    /// <summary>What the filter finds, each mission with its stored totals.</summary>
    public IQueryable<MissionRow> Rows(TradeDbContext db)
    {
        var missions = db.Missions.Containing(Q);
        if (Year is { } year and > 0 and < 9999)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            missions = missions.Where(mission => mission.StartsOn >= first && mission.StartsOn <= last);
        }

        if (Status is { } status)
        {
            missions = missions.Where(mission => mission.Status == status);
        }

        if (Region is { } region)
        {
            missions = missions.Where(mission => mission.Region == region);
        }

        if (SisterCity is { } city)
        {
            missions = missions.Where(mission => mission.Stops.Any(stop => stop.SisterCityId == city) || mission.CoHosts.Any(host => host.SisterCityId == city));
        }

        return missions.Join(
            db.MissionTotals.Where(total => total.Scope == TotalScope.Mission),
            mission => mission.Id,
            total => total.MissionId,
            (mission, total) => new MissionRow
            {
                Id = mission.Id,
                Reference = mission.Reference,
                TitleKo = mission.TitleKo,
                TitleEn = mission.TitleEn,
                StartsOn = mission.StartsOn,
                EndsOn = mission.EndsOn,
                Status = mission.Status,
                Currency = mission.BaseCurrency,
                Companies = mission.Participations.Count(participation => participation.Status == ParticipationStatus.Selected),
                Consultations = total.Consultations,
                ConsultationValue = total.ConsultationValue,
                ContractValue = total.ContractValue,
                Stops = mission.Stops.OrderBy(stop => stop.StartsOn).ThenBy(stop => stop.Id).Select(stop => new MissionRow.Place(stop.CityKo, stop.CityEn)).ToList(),
                Stated = mission.StatedTotals.OrderBy(stated => stated.Id).Select(stated => new MissionRow.Published(stated.Figure, stated.AsPrinted, stated.Amount, stated.StatedOn)).ToList(),
            });
    }

    public IQueryable<MissionRow> Ordered(IQueryable<MissionRow> rows)
    {
        var descending = Sort?.StartsWith('-') == true;
        return Sort?.TrimStart('-') switch
        {
            "title" => Show.IsKorean ? By(row => row.TitleKo) : By(row => row.TitleEn),
            "ref" => By(row => row.Reference),
            "value" => By(row => row.ConsultationValue),
            "contract" => By(row => row.ContractValue),
            "consultations" => By(row => row.Consultations),
            "starts" => By(row => row.StartsOn),
            _ => rows.OrderByDescending(row => row.StartsOn).ThenByDescending(row => row.Id),
        };

        IQueryable<MissionRow> By<TKey>(Expression<Func<MissionRow, TKey>> key) =>
            descending ? rows.OrderByDescending(key).ThenByDescending(row => row.Id) : rows.OrderBy(key).ThenBy(row => row.Id);
    }
}
