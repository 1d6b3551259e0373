using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.SisterCities;

/// <summary>일반교류: what was agreed with a sister city beside trade.</summary>
public sealed class Exchange : Entity, IPartOf
{
    public long SisterCityId { get; init; }

    public SisterCity SisterCity { get; init; } = null!;

    /// <summary>The mission on whose way it was agreed, if any.</summary>
    public long? MissionId { get; set; }

    public Mission? Mission { get; set; }

    /// <summary>Null where the source does not say which day.</summary>
    public DateOnly? HeldOn { get; set; }

    public ExchangeField Field { get; set; }

    public required string Agreed { get; set; }

    public string? NextStep { get; set; }

    public DateOnly? NextStepDueOn { get; set; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes =>
        MissionId is { } mission ? [(typeof(SisterCity), SisterCityId), (typeof(Mission), mission)] : [(typeof(SisterCity), SisterCityId)];
}
