using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>A stop of a mission.</summary>
public sealed class StopForm : MissionPartForm
{
    public string? CityKo { get; set; }

    public string? CityEn { get; set; }

    public string? Country { get; set; }

    public string? TimeZone { get; set; }

    public DateOnly? StopStartsOn { get; set; }

    public DateOnly? StopEndsOn { get; set; }

    public string? Venue { get; set; }

    public string? HostOrganisation { get; set; }

    public long? SisterCityId { get; set; }

    internal long? StopId { get; set; }

    public static StopForm Of(Stop stop) => new()
    {
        StopId = stop.Id,
        Mission = stop.Mission,
        CityKo = stop.CityKo,
        CityEn = stop.CityEn,
        Country = stop.Country,
        TimeZone = stop.TimeZone,
        StopStartsOn = stop.StartsOn,
        StopEndsOn = stop.EndsOn,
        Venue = stop.Venue,
        HostOrganisation = stop.HostOrganisation,
        SisterCityId = stop.SisterCityId,
        Version = stop.Version,
    };

    public Stop Create(long missionId)
    {
        var stop = new Stop { MissionId = missionId, CityKo = CityKo!, CityEn = CityEn!, Country = Country!, TimeZone = TimeZone! };
        Apply(stop);
        return stop;
    }

    public void Apply(Stop stop)
    {
        stop.CityKo = SearchText.Stored(CityKo)!;
        stop.CityEn = SearchText.Stored(CityEn)!;
        stop.Country = Country!;
        stop.TimeZone = TimeZone!;
        stop.StartsOn = StopStartsOn;
        stop.EndsOn = StopEndsOn;
        stop.Venue = SearchText.Stored(Venue);
        stop.HostOrganisation = SearchText.Stored(HostOrganisation);
        stop.SisterCityId = SisterCityId;
    }

    public sealed class Validator : PartValidator<StopForm>
    {
        public Validator(TradeDbContext db)
        {
            RuleFor(form => form.CityKo).NotEmpty().MaximumLength(200);
            RuleFor(form => form.CityEn).NotEmpty().MaximumLength(200);
            RuleFor(form => form.Country).NotEmpty().Must(Countries.IsKnown).WithMessage(_ => Texts.Get("Missions.UnknownCountry"));
            RuleFor(form => form.TimeZone).NotEmpty().Must(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? "", out TimeZoneInfo? _)).WithMessage(_ => Texts.Get("Missions.UnknownTimeZone"));
            RuleFor(form => form.Venue).MaximumLength(200);
            RuleFor(form => form.HostOrganisation).MaximumLength(200);
            RuleFor(form => form.StopStartsOn).NotNull().When(form => form.StopEndsOn is not null);
            RuleFor(form => form.StopEndsOn).NotNull().When(form => form.StopStartsOn is not null);
            RuleFor(form => form.StopEndsOn).Must((form, ends) => ends >= form.StopStartsOn).WithMessage(_ => Texts.Get("Missions.EndsBeforeStarts"))
                .When(form => form.StopStartsOn is not null && form.StopEndsOn is not null);
            RuleFor(form => form.StopStartsOn).Must((form, day) => IsWithin(form, day)).WithMessage(OutsideMission);
            RuleFor(form => form.StopEndsOn).Must((form, day) => IsWithin(form, day)).WithMessage(OutsideMission);
            RuleFor(form => form.SisterCityId).MustAsync((id, cancellation) => db.SisterCities.AnyAsync(city => city.Id == id, cancellation))
                .WithMessage(_ => Texts.Get("Shared.BadInput")).When(form => form.SisterCityId is not null);
        }

        private static bool IsWithin(StopForm form, DateOnly? day) => day is null || form.Mission is not { } mission || (day >= mission.StartsOn && day <= mission.EndsOn);

        private static string OutsideMission(StopForm form) => Texts.Get("Missions.StopOutsideMission", Show.Period(form.Mission!.StartsOn, form.Mission.EndsOn));
    }
}
