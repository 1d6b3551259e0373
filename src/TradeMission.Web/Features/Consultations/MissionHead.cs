using System.Linq.Expressions;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Features.Consultations;

/// <summary>What pages about a mission's consultations say of the mission.</summary>
public sealed record MissionHead(long Id, string Reference, string TitleKo, string TitleEn, DateOnly StartsOn, DateOnly EndsOn, string BaseCurrency, MissionStatus Status)
{
    public bool TakesConsultations => Mission.TakesConsultationsIn(Status);

    public static Expression<Func<Mission, MissionHead>> Of { get; } = mission => new MissionHead(
        mission.Id, mission.Reference, mission.TitleKo, mission.TitleEn, mission.StartsOn, mission.EndsOn, mission.BaseCurrency, mission.Status);
}
