using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Features.Deals;

public static class DealQueries
{
    /// <summary>With all that its figures are worked out from; whoever changes a deal loads it so.</summary>
    public static IQueryable<Deal> WithSteps(this IQueryable<Deal> deals) => deals
        .Include(deal => deal.Consultation).ThenInclude(consultation => consultation.Mission)
        .Include(deal => deal.Steps).ThenInclude(step => step.Evidence);

    /// <summary>Those that there is news to wait for (<see cref="Deal.AwaitsNews"/>); on a cancelled mission nobody follows up.</summary>
    public static IQueryable<Deal> AwaitingNews(this IQueryable<Deal> deals) =>
        deals.Where(deal => deal.State == DealState.Open && deal.Stage != null && deal.Stage != DealStage.Paid && deal.Mission.Status != MissionStatus.Cancelled);

    /// <summary>With the names that pages about it show.</summary>
    public static IQueryable<Consultation> WithNames(this IQueryable<Consultation> consultations) => consultations
        .Include(consultation => consultation.Mission)
        .Include(consultation => consultation.Buyer)
        .Include(consultation => consultation.Participation).ThenInclude(participation => participation.Company);
}
