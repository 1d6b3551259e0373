using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Confirmations;

/// <summary>A figure that a company is asked about: a consultation's value, or the amount of a step that stands.</summary>
/// <param name="Step">Null for the consultation's value.</param>
/// <param name="Last">The latest answer to it, or to the figure in whose place it stands; it may have ended.</param>
public sealed record AskedFigure(Consultation Consultation, Deal? Deal, DealStep? Step, FigureAnswer? Last)
{
    /// <summary>Names the figure in a form: c12, s55.</summary>
    public string Key => Step is { } step ? $"s{step.Id}" : $"c{Consultation.Id}";

    public Valued Value => (Step is { } step ? step.Value : Consultation.Value)!;

    /// <summary>What the reader saw when he answered: an answer to another figure is none.</summary>
    public string Shown => FormattableString.Invariant($"{Value.Currency} {Value.Amount:0.00}");

    public FigureState State => Step?.Answer ?? Consultation.Answer;

    public EvidenceTier Tier => Step?.Tier ?? (State == FigureState.Confirmed ? EvidenceTier.Confirmed : EvidenceTier.Recorded);

    public bool IsToBeAnswered => State is FigureState.Unanswered or FigureState.Reopened;

    /// <summary>All figures of a participation, consultation by consultation, with all that answering them needs.</summary>
    public static async Task<IReadOnlyList<AskedFigure>> OfAsync(TradeDbContext db, long participationId, CancellationToken cancellation)
    {
        var consultations = await db.Consultations.Where(consultation => consultation.ParticipationId == participationId)
            .Include(consultation => consultation.Mission).Include(consultation => consultation.Buyer).Include(consultation => consultation.Stop)
            .Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps).ThenInclude(step => step.Evidence)
            .OrderBy(consultation => consultation.HeldOn).ThenBy(consultation => consultation.StartsAt).ThenBy(consultation => consultation.Id)
            .AsSplitQuery().ToListAsync(cancellation);
        var answers = (await db.FigureAnswers.Where(answer => answer.Consultation.ParticipationId == participationId).OrderBy(answer => answer.Id).ToListAsync(cancellation))
            .ToLookup(answer => (answer.ConsultationId, answer.DealStepId));
        return [.. consultations.SelectMany(consultation => Of(consultation, (id, step) => answers[(id, step)].LastOrDefault()))];
    }

    private static IEnumerable<AskedFigure> Of(Consultation consultation, Func<long, long?, FigureAnswer?> last)
    {
        if (consultation.Value is not null)
        {
            yield return new AskedFigure(consultation, null, null, last(consultation.Id, null));
        }

        foreach (var deal in consultation.Deals.OrderBy(deal => deal.Id))
        {
            foreach (var step in deal.Standing.Where(step => step.Value is not null))
            {
                yield return new AskedFigure(consultation, deal, step, last(consultation.Id, step.Id) ?? (step.CorrectsId is { } wrong ? last(consultation.Id, wrong) : null));
            }
        }
    }
}
