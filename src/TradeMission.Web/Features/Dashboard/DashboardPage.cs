using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Features.Dashboard;

/// <summary>
/// A year beside the one before, sister cities and years. Stored totals only: what it costs does not depend on the number of consultations. Amounts are added
/// within one base currency, the one that most missions have; other currencies are listed apart.
/// </summary>
public sealed class DashboardPage
{
    public required int Year { get; init; }

    /// <summary>Years with missions, the latest first.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The base currency of every amount here, unless it says otherwise.</summary>
    public required string Currency { get; init; }

    public required YearFigures Now { get; init; }

    /// <summary>The year's contract values by stage and evidence, in <see cref="Currency"/>.</summary>
    public required StageFigures Stages { get; init; }

    /// <summary>Days from asking a company to its last answer, on average over the year's requests that were answered; null where none was.</summary>
    public required double? DaysToConfirm { get; init; }

    /// <summary>How much of the year's figures a company has confirmed or a file documents.</summary>
    public (int Confirmed, int All) Confirmed
    {
        get
        {
            var cells = Stages.Cells.Where(cell => cell.Key.Figure is TotalFigure.ConsultationValue or (>= TotalFigure.ContractPursued and <= TotalFigure.ContractPaid)).ToList();
            return (cells.Where(cell => cell.Key.Tier != EvidenceTier.Recorded).Sum(cell => cell.Value.Count), cells.Sum(cell => cell.Value.Count));
        }
    }

    public required YearFigures Before { get; init; }

    /// <summary>The year's missions in other base currencies: never added to the rest.</summary>
    public required IReadOnlyList<CurrencySums> Apart { get; init; }

    /// <summary>The year's missions.</summary>
    public required IReadOnlyList<MissionRow> Missions { get; init; }

    public required IReadOnlyList<CityRow> Cities { get; init; }

    /// <summary>In <see cref="Currency"/>, the latest first.</summary>
    public required IReadOnlyList<YearRow> ByYear { get; init; }

    /// <param name="Companies">Different ones that were selected.</param>
    /// <param name="Participations">The same company on two missions counts twice.</param>
    /// <param name="Consultations">Over all base currencies: they can be counted together, amounts cannot.</param>
    /// <param name="Published">Of missions without records: in no sum.</param>
    public sealed record YearFigures(int Year, int Missions, int Companies, int Participations, int Consultations, Sums Sums, PublishedSums Published);

    public sealed record CurrencySums(string Currency, Sums Sums, PublishedSums Published);

    public sealed record YearRow(int Year, Sums Sums, PublishedSums Published);

    public sealed record MissionRow(
        long Id, string Reference, string TitleKo, string TitleEn, DateOnly StartsOn, DateOnly EndsOn, MissionStatus Status, string Currency, int Companies, Figures Figures,
        IReadOnlyList<StatedRow> Stated);

    public sealed record StatedRow(StatedFigure Figure, string AsPrinted);

    /// <param name="Missions">With a stop there, in any base currency.</param>
    /// <param name="AllYears">At its stops, in the page's currency.</param>
    /// <param name="LastYear">Of its latest mission; null where there was none.</param>
    public sealed record CityRow(long Id, string NameKo, string NameEn, string Country, SisterCityKind Kind, int Missions, Sums AllYears, Sums OfYear, int? LastYear);

    public static async Task<DashboardPage> OfAsync(TradeDbContext db, int? wanted, DateOnly today, CancellationToken cancellation)
    {
        var missions = await db.Missions
            .Join(db.MissionTotals.Where(total => total.Scope == TotalScope.Mission), mission => mission.Id, total => total.MissionId, (mission, total) => new
            {
                mission.Id,
                mission.Reference,
                mission.TitleKo,
                mission.TitleEn,
                mission.StartsOn,
                mission.EndsOn,
                mission.Status,
                Currency = mission.BaseCurrency,
                Total = total,
            })
            .AsNoTracking().ToListAsync(cancellation);
        var years = missions.Select(mission => mission.StartsOn.Year).Distinct().OrderDescending().ToList();
        var year = wanted is { } asked && years.Contains(asked) ? asked : years.Contains(today.Year) ? today.Year : years.FirstOrDefault(known => known < today.Year, years.FirstOrDefault(today.Year));
        var currency = missions.GroupBy(mission => mission.Currency).OrderByDescending(group => group.Count()).ThenBy(group => group.Key != "USD").Select(group => group.Key)
            .FirstOrDefault("USD");
        var (first, last) = (new DateOnly(year - 1, 1, 1), new DateOnly(year, 12, 31));
        var selected = await db.Participations
            .Where(participation => participation.Status == ParticipationStatus.Selected && participation.Mission.StartsOn >= first && participation.Mission.StartsOn <= last)
            .Select(participation => new { participation.MissionId, participation.CompanyId, participation.Mission.StartsOn }).ToListAsync(cancellation);
        var stated = (await db.StatedTotals.Where(total => total.Mission.StartsOn >= new DateOnly(year, 1, 1) && total.Mission.StartsOn <= last)
            .OrderBy(total => total.Id).Select(total => new { total.MissionId, Row = new StatedRow(total.Figure, total.AsPrinted) }).ToListAsync(cancellation))
            .ToLookup(total => total.MissionId, total => total.Row);
        var published = (await db.StatedTotals
            .Where(total => total.Mission.Status == MissionStatus.Closed
                && db.MissionTotals.Any(stored => stored.Scope == TotalScope.Mission && stored.MissionId == total.MissionId && stored.Consultations == 0))
            .Select(total => new PublishedSums.Figure(total.Id, total.MissionId, total.Figure, total.Amount, total.StatedOn)).ToListAsync(cancellation))
            .ToLookup(figure => figure.MissionId);
        var ofYear = db.Missions.Where(mission => mission.StartsOn.Year == year && mission.BaseCurrency == currency).Select(mission => mission.Id);
        var answered = await db.ConfirmationRequests.Where(request => request.IsAnswered && request.Participation.Mission.StartsOn.Year == year)
            .Select(request => new { request.AskedAt, DoneAt = request.DoneAt!.Value }).ToListAsync(cancellation);
        return new DashboardPage
        {
            Stages = StageFigures.Of(await db.TierTotals.AsNoTracking().Where(total => total.Scope == TotalScope.Mission && ofYear.Contains(total.MissionId)).ToListAsync(cancellation)),
            DaysToConfirm = answered.Count == 0 ? null : answered.Average(request => (request.DoneAt - request.AskedAt).TotalDays),
            Year = year,
            Years = years,
            Today = today,
            Currency = currency,
            Now = FiguresOf(year),
            Before = FiguresOf(year - 1),
            Apart = [.. missions.Where(mission => mission.StartsOn.Year == year && mission.Currency != currency).GroupBy(mission => mission.Currency)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new CurrencySums(
                    group.Key, Sums.Of(group.Select(mission => Figures.Of(mission.Total))), PublishedSums.Of(group.SelectMany(mission => published[mission.Id]))))],
            Missions = [.. missions.Where(mission => mission.StartsOn.Year == year).OrderByDescending(mission => mission.StartsOn).ThenByDescending(mission => mission.Id)
                .Select(mission => new MissionRow(
                    mission.Id, mission.Reference, mission.TitleKo, mission.TitleEn, mission.StartsOn, mission.EndsOn, mission.Status, mission.Currency,
                    selected.Count(participation => participation.MissionId == mission.Id), Figures.Of(mission.Total), [.. stated[mission.Id]]))],
            Cities = await CitiesAsync(db, currency, year, cancellation),
            ByYear = [.. missions.Where(mission => mission.Currency == currency).GroupBy(mission => mission.StartsOn.Year).OrderByDescending(group => group.Key)
                .Select(group => new YearRow(
                    group.Key, Sums.Of(group.Select(mission => Figures.Of(mission.Total))), PublishedSums.Of(group.SelectMany(mission => published[mission.Id]))))],
        };

        YearFigures FiguresOf(int of)
        {
            var its = missions.Where(mission => mission.StartsOn.Year == of).ToList();
            var companies = selected.Where(participation => participation.StartsOn.Year == of).Select(participation => participation.CompanyId).ToList();
            return new YearFigures(
                of, its.Count, companies.Distinct().Count(), companies.Count, its.Sum(mission => mission.Total.Consultations),
                Sums.Of(its.Where(mission => mission.Currency == currency).Select(mission => Figures.Of(mission.Total))),
                PublishedSums.Of(its.Where(mission => mission.Currency == currency).SelectMany(mission => published[mission.Id])));
        }
    }

    private static async Task<IReadOnlyList<CityRow>> CitiesAsync(TradeDbContext db, string currency, int year, CancellationToken cancellation)
    {
        var cities = await db.SisterCities.Select(city => new { city.Id, city.NameKo, city.NameEn, city.Country, city.Kind }).ToListAsync(cancellation);
        var stops = (await db.Stops.Where(stop => stop.SisterCityId != null)
                .Select(stop => new
                {
                    City = stop.SisterCityId!.Value,
                    stop.MissionId,
                    stop.Mission.StartsOn,
                    Currency = stop.Mission.BaseCurrency,
                    Total = db.MissionTotals.FirstOrDefault(total => total.Scope == TotalScope.Stop && total.MissionId == stop.MissionId && total.ScopeId == stop.Id),
                })
                .AsNoTracking().ToListAsync(cancellation))
            .ToLookup(stop => stop.City);
        return [.. cities
            .Select(city =>
            {
                var own = stops[city.Id].ToList();
                var counted = own.Where(stop => stop.Currency == currency).ToList();
                return new CityRow(
                    city.Id, city.NameKo, city.NameEn, city.Country, city.Kind, own.Select(stop => stop.MissionId).Distinct().Count(),
                    Sums.Of(counted.Select(stop => Figures.Of(stop.Total))), Sums.Of(counted.Where(stop => stop.StartsOn.Year == year).Select(stop => Figures.Of(stop.Total))),
                    own.Count == 0 ? null : own.Max(stop => stop.StartsOn.Year));
            })
            .OrderByDescending(city => city.AllYears.ConsultationValue).ThenByDescending(city => city.Missions).ThenBy(city => city.NameEn, StringComparer.Ordinal)];
    }
}
