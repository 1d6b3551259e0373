using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Offline;

/// <summary>Of one mission what its entry page needs without a network, and nothing else: no contacts, no notes, no other missions.</summary>
public sealed record MissionKit
{
    /// <summary>A device searches them while somebody types, and a lost phone should not hold the register.</summary>
    public const int MostBuyers = 2000;

    private const int MostRows = 100;

    /// <summary>Whose device it is.</summary>
    public required long UserId { get; init; }

    public required string UserName { get; init; }

    public required MissionHead Mission { get; init; }

    public required IReadOnlyList<Company> Companies { get; init; }

    public required IReadOnlyList<ConsultationFormPage.Place> Stops { get; init; }

    /// <summary>Those met on the mission first, then those of the cities and countries of its stops.</summary>
    public required IReadOnlyList<KnownBuyer> Buyers { get; init; }

    public required IReadOnlyList<Currency> Currencies { get; init; }

    /// <summary>The unit that amounts are shown in, and its size.</summary>
    public required string UnitLabel { get; init; }

    public required decimal UnitSize { get; init; }

    /// <summary>Today at the stop.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The consultations of today, newest first.</summary>
    public required IReadOnlyList<Row> Rows { get; init; }

    public required int RowCount { get; init; }

    /// <summary>In the mission's base currency.</summary>
    public required decimal RowSum { get; init; }

    /// <param name="Id">The participation's.</param>
    public sealed record Company(long Id, string NameKo, string? NameEn, string? ProductsShown);

    public sealed record KnownBuyer(long Id, string Name, string? NameOther, string? Country, string? City, bool Blocked);

    public sealed record Row(long Id, TimeOnly? StartsAt, string CompanyKo, string? CompanyEn, string Buyer, Assessment? Assessment, decimal? Amount, string? Currency, decimal? BaseAmount);

    public static async Task<MissionKit?> OfAsync(TradeDbContext db, CurrentUser user, long missionId, CancellationToken cancellation)
    {
        var mission = await db.Missions.VisibleTo(user).Where(mission => mission.Id == missionId).Select(MissionHead.Of).FirstOrDefaultAsync(cancellation);
        if (mission is null)
        {
            return null;
        }

        var start = await ConsultationFormPage.StartAsync(db, mission, new EntryStart(), cancellation);
        var page = await ConsultationFormPage.OfAsync(db, mission, start, null, [], cancellation);
        var day = db.Consultations.Where(consultation => consultation.MissionId == missionId && consultation.HeldOn == page.Today);
        var sum = await ConsultationSum.OfAsync(day, cancellation) is [var only, ..] ? only : null;
        var unit = Unit.Of(null, mission.BaseCurrency);
        return new MissionKit
        {
            UserId = user.Id,
            UserName = user.Name,
            Mission = mission,
            Companies = await db.Participations.Where(participation => participation.MissionId == missionId && participation.Status == ParticipationStatus.Selected)
                .OrderBy(participation => participation.Company.NameKo)
                .Select(participation => new Company(participation.Id, participation.Company.NameKo, participation.Company.NameEn, participation.ProductsShown)).ToListAsync(cancellation),
            Stops = page.Stops,
            Buyers = await BuyersAsync(db, missionId, page.Stops, cancellation),
            Currencies = Domain.Currencies.All,
            UnitLabel = unit.Label,
            UnitSize = unit.Size,
            Today = page.Today,
            Rows = await day.OrderByDescending(consultation => consultation.Id).Take(MostRows)
                .Select(consultation => new Row(
                    consultation.Id, consultation.StartsAt, consultation.Participation.Company.NameKo, consultation.Participation.Company.NameEn, consultation.Buyer.Name,
                    consultation.Assessment, consultation.Value!.Amount, consultation.Value!.Currency, consultation.Value!.BaseAmount))
                .ToListAsync(cancellation),
            RowCount = sum?.Consultations ?? 0,
            RowSum = sum?.ConsultationValue ?? 0m,
        };
    }

    private static Task<List<KnownBuyer>> BuyersAsync(TradeDbContext db, long missionId, IReadOnlyList<ConsultationFormPage.Place> stops, CancellationToken cancellation)
    {
        var countries = stops.Select(stop => stop.Country).Distinct().ToList();
        var cities = stops.SelectMany(stop => new[] { stop.CityKo, stop.CityEn }).Where(city => city.Length > 0).Distinct().ToList();
        return db.Buyers
            .Where(buyer => countries.Contains(buyer.Country!) || db.Consultations.Any(met => met.MissionId == missionId && met.BuyerId == buyer.Id))
            .OrderByDescending(buyer => db.Consultations.Any(met => met.MissionId == missionId && met.BuyerId == buyer.Id))
            .ThenByDescending(buyer => cities.Contains(buyer.City!)).ThenBy(buyer => buyer.Id)
            .Take(MostBuyers)
            .Select(buyer => new KnownBuyer(buyer.Id, buyer.Name, buyer.NameOther, buyer.Country, buyer.City, buyer.Credit == Credit.Blocked)).ToListAsync(cancellation);
    }
}
