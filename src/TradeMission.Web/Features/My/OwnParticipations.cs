using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.My;

/// <summary>The participations that a company has results of: selected, or with consultations from a time when it was.</summary>
public static class OwnParticipations
{
    /// <summary>Nothing for somebody who is of no company.</summary>
    public static IQueryable<Participation> OwnParticipationsOf(this TradeDbContext db, CurrentUser user)
    {
        var own = user.CompanyId ?? 0;
        return db.Participations.VisibleTo(user).Where(participation => participation.CompanyId == own
            && (participation.Status == ParticipationStatus.Selected
                || db.MissionTotals.Any(total => total.MissionId == participation.MissionId && total.Scope == TotalScope.Participation && total.ScopeId == participation.Id
                    && total.Consultations > 0)));
    }
}
