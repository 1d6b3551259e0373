using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;

namespace TradeMission.Domain.Missions;

/// <summary>방문지: one leg of a mission.</summary>
public sealed class Stop : Entity, IPartOf
{
    /// <summary>Follow-up visits happen: this many days either side of the stop's dates are a warning; beyond them an error.</summary>
    public const int GraceDays = 7;

    private readonly List<HostSupport> supports = [];

    public long MissionId { get; init; }

    public Mission Mission { get; init; } = null!;

    public required string CityKo { get; set; }

    public required string CityEn { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; set; }

    /// <summary>IANA time zone: consultations are told in the stop's own time.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Null where only the mission's dates are known.</summary>
    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public string? Venue { get; set; }

    public string? HostOrganisation { get; set; }

    public long? SisterCityId { get; set; }

    public SisterCity? SisterCity { get; set; }

    public IReadOnlyList<HostSupport> Supports => supports;

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes =>
        SisterCityId is { } city ? [(typeof(Mission), MissionId), (typeof(SisterCity), city)] : [(typeof(Mission), MissionId)];

    /// <summary>How a day fits into days that a stop (or, where it has none, its mission) lasts.</summary>
    public static DayFit Fit(DateOnly day, DateOnly startsOn, DateOnly endsOn) =>
        day >= startsOn && day <= endsOn ? DayFit.Within
        : day.DayNumber >= startsOn.DayNumber - GraceDays && day.DayNumber <= endsOn.DayNumber + GraceDays ? DayFit.Near
        : DayFit.Outside;
}
