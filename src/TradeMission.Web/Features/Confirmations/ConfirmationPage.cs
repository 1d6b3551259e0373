using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;

namespace TradeMission.Web.Features.Confirmations;

/// <summary>A mission's confirmations, company by company, and what is disputed.</summary>
public sealed record ConfirmationPage(MissionHead Mission, IReadOnlyList<ConfirmationPage.CompanyRow> Companies, IReadOnlyList<ConfirmationPage.Dispute> Disputes)
{
    /// <param name="Asked">The latest request; null where nobody was asked.</param>
    /// <param name="HasPeople">Whether there is anybody to write to: <see cref="Infrastructure.Mail.CompanyReader"/>.</param>
    public sealed record CompanyRow(long ParticipationId, string NameKo, string? NameEn, int Figures, int Confirmed, int Disputed, int Open, ConfirmationRequest? Asked, bool HasPeople);

    public sealed record Dispute(FigureAnswer Answer, string CompanyKo, string? CompanyEn, string Buyer, DealStage? Stage);

    public static async Task<ConfirmationPage?> OfAsync(TradeDbContext db, long id, CancellationToken cancellation)
    {
        if (await db.Missions.Where(mission => mission.Id == id).Select(MissionHead.Of).FirstOrDefaultAsync(cancellation) is not { } mission)
        {
            return null;
        }

        var values = await db.Consultations.Where(consultation => consultation.MissionId == id && consultation.Value != null)
            .GroupBy(consultation => new { consultation.ParticipationId, consultation.Answer }).Select(group => new { group.Key.ParticipationId, group.Key.Answer, Count = group.Count() }).ToListAsync(cancellation);
        var steps = await db.DealSteps.Where(step => step.Deal.MissionId == id && !step.IsStruck && !step.IsWithdrawal && step.Value != null)
            .GroupBy(step => new { step.Deal.Consultation.ParticipationId, step.Answer }).Select(group => new { group.Key.ParticipationId, group.Key.Answer, Count = group.Count() }).ToListAsync(cancellation);
        var counts = values.Concat(steps).ToLookup(group => group.ParticipationId);
        var requests = (await db.ConfirmationRequests.AsNoTracking().Where(request => request.Participation.MissionId == id).OrderBy(request => request.Id).ToListAsync(cancellation)).ToLookup(request => request.ParticipationId);
        var participations = await db.Participations.Where(participation => participation.MissionId == id)
            .Select(participation => new
            {
                participation.Id,
                participation.Status,
                participation.Company.NameKo,
                participation.Company.NameEn,
                HasPeople = participation.Company.Contacts.Any(contact => contact.Email != null && contact.Email != "") || db.Users.Any(user => user.CompanyId == participation.CompanyId && user.IsActive && user.Email != null),
            })
            .ToListAsync(cancellation);
        var disputes = await db.FigureAnswers.AsNoTracking().Where(answer => answer.Consultation.MissionId == id && answer.End == null && answer.Verdict == FigureState.Disputed)
            .OrderBy(answer => answer.Id)
            .Select(answer => new Dispute(
                answer, answer.Consultation.Participation.Company.NameKo, answer.Consultation.Participation.Company.NameEn, answer.Consultation.Buyer.Name, answer.DealStep == null ? null : answer.DealStep.Stage))
            .ToListAsync(cancellation);
        return new ConfirmationPage(
            mission,
            [.. participations.Where(row => row.Status == ParticipationStatus.Selected || counts[row.Id].Any())
                .Select(row => new CompanyRow(row.Id, row.NameKo, row.NameEn, Count(row.Id), Count(row.Id, FigureState.Confirmed), Count(row.Id, FigureState.Disputed), Count(row.Id, FigureState.Unanswered, FigureState.Reopened), requests[row.Id].LastOrDefault(), row.HasPeople))
                .OrderByDescending(row => row.Disputed).ThenByDescending(row => row.Open).ThenBy(row => row.NameKo, StringComparer.Ordinal)],
            disputes);

        int Count(long participation, params FigureState[] states) => counts[participation].Where(group => states.Length == 0 || states.Contains(group.Answer)).Sum(group => group.Count);
    }
}
