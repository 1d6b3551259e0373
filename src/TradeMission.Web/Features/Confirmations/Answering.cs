using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Deals;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Confirmations;

/// <summary>
/// What companies say of their figures and what officers make of it: the one act behind the company's page, links in mail and the officer's page. Everything happens under the
/// mission's lock, on the figures as they are then; stored totals by evidence move with it.
/// </summary>
public sealed class Answering(TradeDbContext db, DealRecording recording, Asking asking)
{
    /// <summary>Answers figures of one participation. An answer ends every link that is out; when nothing is left to answer, the request is done.</summary>
    /// <param name="read">Understands the form on the figures as they are under the lock; null refuses everything.</param>
    /// <param name="link">That it came by; used meanwhile, it refuses everything. Null where the company has signed in.</param>
    /// <returns>How many figures were answered; null where the form or the link was refused.</returns>
    internal async Task<int?> AnswerAsync(
        long participationId, Func<IReadOnlyList<AskedFigure>, IReadOnlyList<GivenAnswer>?> read, Author author, ConfirmationLink? link, CancellationToken cancellation)
    {
        await using var turn = await db.BeginMissionAsync(db.Participations.Where(participation => participation.Id == participationId).Select(participation => participation.MissionId), cancellation);
        if (link is not null)
        {
            await db.Entry(link).ReloadAsync(cancellation);
            if (!link.IsOpen(author.At))
            {
                return null;
            }
        }

        var figures = await AskedFigure.OfAsync(db, participationId, cancellation);
        if (read(figures) is not { } given)
        {
            return null;
        }

        foreach (var answer in given)
        {
            Take(answer, author, link is not null);
        }

        if (given.Count > 0)
        {
            await EndRequestsAsync(participationId, figures.All(figure => !figure.IsToBeAnswered), author.At, cancellation);
            await db.SaveChangesAsync(cancellation);
            await turn.CommitAsync(cancellation);
        }

        return given.Count;
    }

    /// <summary>The company takes its answer back.</summary>
    public Task<bool> WithdrawAsync(long answerId, Author author, CancellationToken cancellation) =>
        EndAsync(answerId, AnswerEnd.Withdrawn, FigureState.Unanswered, author, null, cancellation);

    /// <summary>The officer keeps the figure and says why; the company is asked again, by letter too.</summary>
    public Task<bool> ReplyAsync(long answerId, string reply, Author author, CancellationToken cancellation) =>
        EndAsync(answerId, AnswerEnd.Replied, FigureState.Reopened, author, reply, cancellation);

    /// <summary>The officer takes over what the company proposed: the figure is the company's own word then.</summary>
    /// <returns>Why it cannot be done, or null.</returns>
    public async Task<string?> AcceptAsync(long answerId, string reason, Author author, CancellationToken cancellation)
    {
        await using var turn = await db.BeginMissionAsync(db.FigureAnswers.Where(answer => answer.Id == answerId).Select(answer => answer.Consultation.MissionId), cancellation);
        var answer = await FindAsync(answerId, cancellation);
        if (answer is not { Stands: true, Verdict: FigureState.Disputed, Proposed: { } proposed })
        {
            return Texts.Get("Confirmations.NothingToAccept");
        }

        db.Reason = reason;
        answer.Finish(AnswerEnd.Accepted, author.Name, author.At, null);
        var (corrected, refusal) = answer.DealStep is { } step
            ? await CorrectStepAsync(step, proposed, reason, author, cancellation) : (null, await CorrectValueAsync(answer, proposed, cancellation));
        if (refusal is not null)
        {
            return refusal;
        }

        // The figure is the company's own word: a later change ends it as it would any other.
        db.FigureAnswers.Add(new FigureAnswer
        {
            Consultation = answer.Consultation,
            DealStep = corrected,
            Verdict = FigureState.Confirmed,
            Amount = proposed,
            Currency = answer.Currency,
            ById = answer.ById,
            ByName = answer.ByName,
            At = answer.At,
            ByLink = answer.ByLink,
        });
        db.Reason = reason;
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return null;
    }

    /// <summary>A figure that was answered is about to change: its answer stands no longer, and both sides see why. Call it before the save that changes it.</summary>
    public static async Task EndForChangeAsync(TradeDbContext db, long consultationId, long? stepId, string? reason, CancellationToken cancellation)
    {
        foreach (var answer in await db.FigureAnswers.Where(answer => answer.ConsultationId == consultationId && answer.DealStepId == stepId && answer.End == null).ToListAsync(cancellation))
        {
            answer.Finish(AnswerEnd.FigureChanged, db.Actor.Name, db.Clock.GetUtcNow().UtcDateTime, reason);
        }
    }

    /// <summary>The consultation turns out to be another company's: what the one before said of its figures is not the other's word. Call it before the save that changes it.</summary>
    public static async Task EndForOtherCompanyAsync(TradeDbContext db, Consultation consultation, string? reason, CancellationToken cancellation)
    {
        consultation.Take(FigureState.Unanswered);
        foreach (var deal in await db.Deals.WithSteps().Where(deal => deal.ConsultationId == consultation.Id).ToListAsync(cancellation))
        {
            foreach (var step in deal.Standing.Where(step => step.Answer != FigureState.Unanswered).ToList())
            {
                deal.Take(step, FigureState.Unanswered);
            }
        }

        foreach (var answer in await db.FigureAnswers.Where(answer => answer.ConsultationId == consultation.Id && answer.End == null).ToListAsync(cancellation))
        {
            answer.Finish(AnswerEnd.FigureChanged, db.Actor.Name, db.Clock.GetUtcNow().UtcDateTime, reason);
        }
    }

    private void Take(GivenAnswer given, Author author, bool byLink)
    {
        var figure = given.Figure;
        if (figure.Last is { Stands: true } standing)
        {
            standing.Finish(AnswerEnd.Replaced, author.Name, author.At, null);
        }

        db.FigureAnswers.Add(new FigureAnswer
        {
            Consultation = figure.Consultation,
            DealStep = figure.Step,
            Verdict = given.Verdict,
            Amount = figure.Value.Amount,
            Currency = figure.Value.Currency,
            Comment = given.Comment,
            Proposed = given.Proposed,
            ById = author.Id,
            ByName = author.Name,
            At = author.At,
            ByLink = byLink,
        });
        if (figure.Step is { } step)
        {
            figure.Deal!.Take(step, given.Verdict);
        }
        else
        {
            figure.Consultation.Take(given.Verdict);
        }
    }

    private async Task<bool> EndAsync(long answerId, AnswerEnd end, FigureState state, Author author, string? note, CancellationToken cancellation)
    {
        await using var turn = await db.BeginMissionAsync(db.FigureAnswers.Where(answer => answer.Id == answerId).Select(answer => answer.Consultation.MissionId), cancellation);
        var answer = await FindAsync(answerId, cancellation);
        if (!answer.Stands || (end == AnswerEnd.Replied && answer.Verdict != FigureState.Disputed))
        {
            return false;
        }

        answer.Finish(end, author.Name, author.At, note);
        if (answer.DealStep is { Stands: true } step)
        {
            step.Deal.Take(step, state);
        }
        else if (answer.DealStep is null && answer.Consultation.Value is not null)
        {
            answer.Consultation.Take(state);
        }

        await db.SaveChangesAsync(cancellation);
        if (end == AnswerEnd.Replied)
        {
            await asking.AskInTurnAsync(answer.Consultation.ParticipationId, note, cancellation);
        }

        await turn.CommitAsync(cancellation);
        return true;
    }

    private async Task<(DealStep? Corrected, string? Refusal)> CorrectStepAsync(DealStep step, decimal proposed, string reason, Author author, CancellationToken cancellation)
    {
        var input = new StepInput
        {
            Stage = step.Stage,
            Amount = proposed,
            Currency = step.Value!.Currency,
            On = step.On,
            ExpectedOn = step.ExpectedOn,
            Likelihood = step.Likelihood,
            Note = step.Note,
            Reason = reason,
            Revives = step.Revives,
        };
        var outcome = await recording.CorrectAsync(step.DealId, step.Id, input, author, null, cancellation);
        outcome.Step?.Deal.Take(outcome.Step, FigureState.Confirmed);
        return (outcome.Step, outcome.Step is null ? string.Join(' ', outcome.Problems.Select(problem => problem.Message)) : null);
    }

    private async Task<string?> CorrectValueAsync(FigureAnswer answer, decimal proposed, CancellationToken cancellation)
    {
        var consultation = answer.Consultation;
        var money = new Money(proposed, answer.Currency);
        var rate = consultation.Value is { } was && was.Currency == answer.Currency && was.Frozen is { } frozen
            ? frozen : await Rates.FindAsync(db, answer.Currency, consultation.Mission.BaseCurrency, consultation.HeldOn, cancellation);
        if (!Valued.Fits(money, rate))
        {
            return Texts.Get("Consultations.BaseTooLarge", consultation.Mission.BaseCurrency);
        }

        consultation.Value = new Valued(money, rate);
        consultation.Take(FigureState.Confirmed);
        return null;
    }

    private Task<FigureAnswer> FindAsync(long answerId, CancellationToken cancellation) => db.FigureAnswers
        .Include(answer => answer.Consultation).ThenInclude(consultation => consultation.Mission)
        .Include(answer => answer.DealStep).ThenInclude(step => step!.Deal).ThenInclude(deal => deal.Steps).ThenInclude(step => step.Evidence)
        .SingleAsync(answer => answer.Id == answerId, cancellation);

    private async Task EndRequestsAsync(long participationId, bool isAnswered, DateTime now, CancellationToken cancellation)
    {
        foreach (var request in await db.ConfirmationRequests.Include(request => request.Links).Where(request => request.ParticipationId == participationId && request.DoneAt == null).ToListAsync(cancellation))
        {
            request.EndLinks(now);
            if (isAnswered)
            {
                request.Finish(now, true);
            }
        }
    }
}
