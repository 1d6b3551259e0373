using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Features.Deals;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Home;

/// <summary>The officer's day: what runs, what was logged, what is due, what comes.</summary>
public sealed class HomePage
{
    public const int StepsShown = 10;
    public const int DealsShown = 10;
    public const int MissionsShown = 5;
    public const int ConsultationsShown = 12;

    public required DateOnly Today { get; init; }

    /// <summary>At the office.</summary>
    public required DateTime Now { get; init; }

    public required IReadOnlyList<RunningMission> Running { get; init; }

    public required IReadOnlyList<ConsultationRow> Logged { get; init; }

    public required int LoggedInAll { get; init; }

    public required IReadOnlyList<ConsultationRow> Steps { get; init; }

    public required int StepsInAll { get; init; }

    /// <summary>Deals that are to be followed up.</summary>
    public required IReadOnlyList<DealRow> Deals { get; init; }

    /// <summary>How many deals wait, and for what.</summary>
    public required IReadOnlyList<FollowUpCount> FollowUps { get; init; }

    public required IReadOnlyList<MissionHead> Coming { get; init; }

    public static async Task<HomePage> OfAsync(TradeDbContext db, Office office, CancellationToken cancellation)
    {
        var today = office.Today;
        var held = db.Consultations.Where(consultation => consultation.HeldOn == today && !consultation.DayUnknown);
        var due = new ConsultationSearch { Step = StepFilter.Due }.Consultations(db, today);
        return new HomePage
        {
            Today = today,
            Now = office.Now,
            Running = await RunningMission.AllAsync(db, today, cancellation),
            Logged = await held.OrderByDescending(consultation => consultation.Id).Take(ConsultationsShown).ToRowsAsync(db, cancellation),
            LoggedInAll = await held.CountAsync(cancellation),
            Steps = await due.OrderBy(consultation => consultation.NextStepDueOn).ThenBy(consultation => consultation.Id).Take(StepsShown).ToRowsAsync(db, cancellation),
            StepsInAll = await due.CountAsync(cancellation),
            Deals = await new DealSearch { News = NewsFilter.Due }.Deals(db, today).OrderBy(deal => deal.DueOn).ThenBy(deal => deal.Id).Take(DealsShown).Select(DealRow.Of).ToListAsync(cancellation),
            FollowUps = await FollowUpCount.AllAsync(db, today, cancellation),
            Coming = await db.Missions
                .Where(mission => mission.StartsOn > today && (mission.Status == MissionStatus.Draft || mission.Status == MissionStatus.Recruiting || mission.Status == MissionStatus.Confirmed))
                .OrderBy(mission => mission.StartsOn).ThenBy(mission => mission.Id).Take(MissionsShown).Select(MissionHead.Of).ToListAsync(cancellation),
        };
    }
}
