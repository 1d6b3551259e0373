using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>The page around a consultation's form: what it offers, and beside the entry form what the day has brought.</summary>
public sealed class ConsultationFormPage
{
    /// <summary>Lines of the day shown below the entry form.</summary>
    private const int LinesShown = 100;

    public required MissionHead Mission { get; init; }

    /// <summary>The record that is edited; null for a new one.</summary>
    public long? Id { get; init; }

    /// <summary>The page that a device stores, without a mission in it.</summary>
    public bool IsShell { get; init; }

    public required IReadOnlyList<SelectListItem> Companies { get; init; }

    public required IReadOnlyList<Place> Stops { get; init; }

    /// <summary>Of the same company, buyer and day, to be confirmed.</summary>
    public IReadOnlyList<ConsultationRow> Same { get; init; } = [];

    /// <summary>The day that is being logged.</summary>
    public IReadOnlyList<ConsultationRow> Day { get; init; } = [];

    public ConsultationSum? DaySum { get; init; }

    /// <summary>Today at the stop.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The stop that the form names.</summary>
    public Place? Stop { get; init; }

    public IEnumerable<SelectListItem> StopChoices => Stops.Select(stop => new SelectListItem(stop.Name, $"{stop.Id}", stop.Id == Stop?.Id));

    public sealed record Place(long Id, string CityKo, string CityEn, string Country, string TimeZone, DateOnly? StartsOn, DateOnly? EndsOn)
    {
        public string Name => Show.Name(CityKo, CityEn);

        /// <summary>What its clocks show.</summary>
        public DateTime Now(TimeProvider clock) =>
            TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime : Office.ToLocal(clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>An empty entry form, with what the last record leads to expect: its company, stop, currency and unit.</summary>
    public static async Task<ConsultationForm> StartAsync(TradeDbContext db, MissionHead mission, EntryStart start, CancellationToken cancellation)
    {
        var (actor, clock) = (db.Actor, db.Clock);
        var last = await db.Consultations.Where(consultation => consultation.MissionId == mission.Id && consultation.LoggedById == actor.Id && actor.Id != null)
            .OrderByDescending(consultation => consultation.Id).Select(consultation => new { consultation.ParticipationId, consultation.StopId, Currency = consultation.Value!.Currency })
            .FirstOrDefaultAsync(cancellation);
        var stops = await StopsAsync(db, mission.Id, cancellation);
        var here = stops.FirstOrDefault(stop => stop.Id == (start.Stop ?? -1))
            ?? stops.FirstOrDefault(stop => DateOnly.FromDateTime(stop.Now(clock)) is var today && today >= (stop.StartsOn ?? mission.StartsOn) && today <= (stop.EndsOn ?? mission.EndsOn))
            ?? stops.FirstOrDefault(stop => stop.Id == last?.StopId)
            ?? (stops.Count > 0 ? stops[0] : null);
        var now = here?.Now(clock) ?? Office.ToLocal(clock.GetUtcNow().UtcDateTime);
        var (day, first, final) = (DateOnly.FromDateTime(now), here?.StartsOn ?? mission.StartsOn, here?.EndsOn ?? mission.EndsOn);
        var isRunning = start.Day is null && day >= first && day <= final;
        var currency = Domain.Currencies.Find(start.Currency)?.Code ?? last?.Currency ?? mission.BaseCurrency;
        return new ConsultationForm
        {
            ClientId = Guid.CreateVersion7(),
            ParticipationId = start.Participation ?? last?.ParticipationId,
            StopId = here?.Id,
            HeldOn = start.Day ?? (isRunning ? day : first),
            StartsAt = isRunning ? new TimeOnly(now.Hour, now.Minute / 10 * 10) : null,
            Kind = ConsultationKind.AtVenue,
            ValueCurrency = currency,
            UnitShownFor = currency,
            AmountUnit = start.Unit ?? Unit.Of(null, currency).Kind,
            NextStepOwner = actor.Name,
        };
    }

    /// <param name="id">The record that is edited; null for a new one.</param>
    /// <param name="same">Of the same company, buyer and day, to be confirmed.</param>
    public static async Task<ConsultationFormPage> OfAsync(
        TradeDbContext db, MissionHead mission, ConsultationForm form, long? id, IReadOnlyList<ConsultationRow> same, CancellationToken cancellation)
    {
        var companies = await db.Participations
            .Where(participation => participation.MissionId == mission.Id && (participation.Status == ParticipationStatus.Selected || (id != null && participation.Id == form.ParticipationId)))
            .Select(participation => new { participation.Id, participation.Company.NameKo, participation.Company.NameEn, participation.ProductsShown }).ToListAsync(cancellation);
        var stops = await StopsAsync(db, mission.Id, cancellation);
        var here = stops.Find(stop => stop.Id == form.StopId);
        var (day, sum) = id is null ? await DayAsync(db, mission, form.HeldOn, cancellation) : ([], null);
        return new ConsultationFormPage
        {
            Mission = mission,
            Id = id,
            Companies = [.. companies.Select(company => new SelectListItem(
                    Show.Name(company.NameKo, company.NameEn) + (company.ProductsShown is { Length: > 0 } shown ? $" · {shown}" : ""), $"{company.Id}", company.Id == form.ParticipationId))
                .OrderBy(item => item.Text, StringComparer.CurrentCulture)],
            Stops = stops,
            Stop = here,
            Same = same,
            Day = day,
            DaySum = sum,
            Today = DateOnly.FromDateTime(here?.Now(db.Clock) ?? Office.ToLocal(db.Clock.GetUtcNow().UtcDateTime)),
        };
    }

    private static Task<List<Place>> StopsAsync(TradeDbContext db, long mission, CancellationToken cancellation) =>
        db.Stops.Where(stop => stop.MissionId == mission).OrderBy(stop => stop.StartsOn).ThenBy(stop => stop.Id)
            .Select(stop => new Place(stop.Id, stop.CityKo, stop.CityEn, stop.Country, stop.TimeZone, stop.StartsOn, stop.EndsOn)).ToListAsync(cancellation);

    private static async Task<(IReadOnlyList<ConsultationRow> Rows, ConsultationSum? Sum)> DayAsync(TradeDbContext db, MissionHead mission, DateOnly? day, CancellationToken cancellation)
    {
        if (day is null)
        {
            return ([], null);
        }

        var held = db.Consultations.Where(consultation => consultation.MissionId == mission.Id && consultation.HeldOn == day);
        var rows = await held.OrderByDescending(consultation => consultation.Id).Take(LinesShown).ToRowsAsync(db, cancellation);
        return (rows, await ConsultationSum.OfAsync(held, cancellation) is [var sum, ..] ? sum : null);
    }
}
