using System.Linq.Expressions;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Which rows exist for whom: the city sees all, a company what its own participations are about, nobody else any. What is not seen is 404.</summary>
public static class Visibility
{
    public static IQueryable<Mission> VisibleTo(this IQueryable<Mission> missions, CurrentUser user) =>
        Seen(missions, user, own => mission => mission.Participations.Any(participation => participation.CompanyId == own));

    public static IQueryable<Stop> VisibleTo(this IQueryable<Stop> stops, CurrentUser user) =>
        Seen(stops, user, own => stop => stop.Mission.Participations.Any(participation => participation.CompanyId == own));

    public static IQueryable<Participation> VisibleTo(this IQueryable<Participation> participations, CurrentUser user) =>
        Seen(participations, user, own => participation => participation.CompanyId == own);

    public static IQueryable<Consultation> VisibleTo(this IQueryable<Consultation> consultations, CurrentUser user) =>
        Seen(consultations, user, own => consultation => consultation.Participation.CompanyId == own);

    public static IQueryable<Deal> VisibleTo(this IQueryable<Deal> deals, CurrentUser user) =>
        Seen(deals, user, own => deal => deal.Consultation.Participation.CompanyId == own);

    public static IQueryable<Company> VisibleTo(this IQueryable<Company> companies, CurrentUser user) =>
        Seen(companies, user, own => company => company.Id == own);

    private static IQueryable<T> Seen<T>(IQueryable<T> rows, CurrentUser user, Func<long, Expression<Func<T, bool>>> isOf) => user switch
    {
        { IsOfficer: true } or { IsManager: true } or { IsAdministrator: true } => rows,
        { IsCompany: true, CompanyId: { } own } => rows.Where(isOf(own)),
        _ => rows.Where(_ => false),
    };
}
