using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;

namespace TradeMission.Domain.Missions;

/// <summary>A sister city that hosts a mission together with the city.</summary>
public sealed class CoHost : Entity, IPartOf
{
    public long MissionId { get; private set; }

    public Mission Mission { get; init; } = null!;

    public long SisterCityId { get; init; }

    public SisterCity SisterCity { get; init; } = null!;

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(Mission), MissionId), (typeof(SisterCity), SisterCityId)];
}
