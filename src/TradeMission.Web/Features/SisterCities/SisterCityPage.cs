using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Features.SisterCities;

/// <summary>A sister city: its missions, its in-kind support and its exchanges over the years.</summary>
public sealed class SisterCityPage
{
    /// <summary>With contacts and exchanges.</summary>
    public required SisterCity City { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<MissionRow> Missions { get; init; }

    public required IReadOnlyList<SupportRow> Supports { get; init; }

    public required IReadOnlyList<HistoryItem> History { get; init; }

    /// <summary>Contract values of its stops by stage and evidence, one for each base currency.</summary>
    public required IReadOnlyList<(string Currency, StageFigures Figures)> Stages { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The latest mission or exchange, today or before; null where there was none.</summary>
    public DateOnly? LastOn => Missions.Where(row => row.Status is not (MissionStatus.Draft or MissionStatus.Cancelled)).Select(row => (DateOnly?)row.StartsOn)
        .Concat(City.Exchanges.Select(exchange => exchange.HeldOn)).Where(day => day <= Today).Max();

    /// <summary>What was spared, one sum for each base currency; support without a known value is in none.</summary>
    public IReadOnlyList<(string Currency, decimal Amount)> Spared =>
        [.. Supports.Where(row => row.BaseAmount is not null).GroupBy(row => row.BaseCurrency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Sum(row => row.BaseAmount!.Value)))];

    /// <summary>A mission with the figures of its stops in this city.</summary>
    public sealed record MissionRow(
        long Id, string Reference, string TitleKo, string TitleEn, DateOnly StartsOn, DateOnly EndsOn, MissionStatus Status, bool IsCoHost, string Currency,
        int Consultations, decimal ConsultationValue, decimal ContractValue);

    public sealed record SupportRow(
        long MissionId, string Reference, DateOnly StartsOn, string CityKo, string CityEn, SupportKind Kind, string Description, decimal? Quantity, string? Unit,
        PriceBasis Basis, decimal? Amount, string? Currency, decimal? BaseAmount, string BaseCurrency);

    public static async Task<SisterCityPage?> OfAsync(TradeDbContext db, long id, DateOnly today, CancellationToken cancellation)
    {
        var city = await db.SisterCities.AsNoTracking().Include(c => c.Contacts.OrderBy(contact => contact.Id))
            .Include(c => c.Exchanges.OrderByDescending(exchange => exchange.HeldOn).ThenByDescending(exchange => exchange.Id)).ThenInclude(exchange => exchange.Mission)
            .FirstOrDefaultAsync(c => c.Id == id, cancellation);
        if (city is null)
        {
            return null;
        }

        var here = db.MissionTotals.Where(total => total.Scope == TotalScope.Stop && db.Stops.Any(stop => stop.Id == total.ScopeId && stop.MissionId == total.MissionId && stop.SisterCityId == id));
        var missions = await db.Missions
            .Where(mission => mission.Stops.Any(stop => stop.SisterCityId == id) || mission.CoHosts.Any(host => host.SisterCityId == id))
            .OrderByDescending(mission => mission.StartsOn).ThenByDescending(mission => mission.Id)
            .Select(mission => new MissionRow(
                mission.Id, mission.Reference, mission.TitleKo, mission.TitleEn, mission.StartsOn, mission.EndsOn, mission.Status,
                mission.CoHosts.Any(host => host.SisterCityId == id), mission.BaseCurrency,
                here.Where(total => total.MissionId == mission.Id).Sum(total => total.Consultations),
                here.Where(total => total.MissionId == mission.Id).Sum(total => total.ConsultationValue),
                here.Where(total => total.MissionId == mission.Id).Sum(total => total.ContractValue)))
            .ToListAsync(cancellation);
        var supports = await db.HostSupports.Where(support => support.Stop.SisterCityId == id)
            .OrderByDescending(support => support.Stop.Mission.StartsOn).ThenBy(support => support.Id)
            .Select(support => new SupportRow(
                support.Stop.MissionId, support.Stop.Mission.Reference, support.Stop.Mission.StartsOn, support.Stop.CityKo, support.Stop.CityEn, support.Kind, support.Description,
                support.Quantity, support.Unit, support.Basis, support.Value!.Amount, support.Value!.Currency, support.Value!.BaseAmount, support.Stop.Mission.BaseCurrency))
            .ToListAsync(cancellation);
        return new SisterCityPage
        {
            City = city,
            Missions = missions,
            Supports = supports,
            History = await Shared.History.OfAsync<SisterCity>(db, id, cancellation),
            Stages = await StageFigures.ByCurrencyAsync(
                db, db.TierTotals.Where(total => total.Scope == TotalScope.Stop && db.Stops.Any(stop => stop.Id == total.ScopeId && stop.SisterCityId == id)), cancellation),
            Today = today,
        };
    }
}
