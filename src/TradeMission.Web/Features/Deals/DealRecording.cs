using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Confirmations;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Deals;

/// <summary>
/// Recording a deal's steps: the one act that the pages of officers and companies, links in mail and accepted answers share. It is checked and saved in one turn on
/// what the deal is at that moment, so that two people who add to it at once both do so, one after the other.
/// </summary>
public sealed class DealRecording(TradeDbContext db)
{
    private static readonly StepInput.Validator Shape = new();

    /// <summary>Opens a deal with its first step.</summary>
    public Task<DealOutcome> OpenAsync(long consultationId, StepInput input, Author author, Guid? submission, CancellationToken cancellation) =>
        InTurnAsync(consultationId, async consultation =>
        {
            var check = await CheckAsync(consultation, input, draft => Deal.Refusal(consultation, draft, Today), cancellation);
            if (check.Draft is not { } draft)
            {
                return DealOutcome.Refused(check.Problems);
            }

            var deal = consultation.OpenDeal(draft, author, Today);
            deal.Follow(author.IsCompany ? null : author.Name, draft.ExpectedOn);
            db.Deals.Add(deal);
            return DealOutcome.Of(deal.Steps[0]);
        }, submission, cancellation);

    public Task<DealOutcome> AddAsync(long dealId, StepInput input, Author author, Guid? submission, CancellationToken cancellation) =>
        InTurnAsync(dealId, null, async (deal, _) =>
        {
            var check = await CheckAsync(deal.Consultation, input, draft => deal.Refusal(draft, null, Today), cancellation);
            return check.Draft is { } draft ? DealOutcome.Of(deal.Add(draft, author, Today)) : DealOutcome.Refused(check.Problems);
        }, submission, cancellation);

    /// <summary>Puts a step in the place of a wrong one. The company's answer to the wrong one does not stand for the right one.</summary>
    public Task<DealOutcome> CorrectAsync(long dealId, long stepId, StepInput input, Author author, Guid? submission, CancellationToken cancellation) =>
        InTurnAsync(dealId, stepId, async (deal, step) =>
        {
            var check = await CheckAsync(deal.Consultation, input, draft => deal.Refusal(draft, step, Today), cancellation);
            if (check.Draft is not { } draft)
            {
                return DealOutcome.Refused(check.Problems);
            }

            db.Reason = input.Reason;
            await Answering.EndForChangeAsync(db, deal.ConsultationId, stepId, input.Reason, cancellation);
            return DealOutcome.Of(deal.Correct(step!, draft, author, Today));
        }, submission, cancellation);

    /// <summary>Takes a step away that should never have been there.</summary>
    public Task<DealOutcome> WithdrawAsync(long dealId, long stepId, string reason, Author author, CancellationToken cancellation) =>
        InTurnAsync(dealId, stepId, async (deal, step) =>
        {
            if (deal.WithdrawalRefusal(step!, reason) is { } refusal)
            {
                return DealOutcome.Refused(new Remark(nameof(StepInput.Reason), refusal == DealRefusal.DealHasEnded ? Texts.Get("Deals.OthersFollowIt") : Texts.Of(refusal)));
            }

            db.Reason = reason;
            await Answering.EndForChangeAsync(db, deal.ConsultationId, stepId, reason, cancellation);
            return DealOutcome.Of(deal.Withdraw(step!, reason, author, Today));
        }, null, cancellation);

    /// <summary>Nothing is new; in turn, so that it does not meet somebody's step half-way.</summary>
    public async Task HearAsync(long dealId, CancellationToken cancellation)
    {
        var (turn, deal) = await BeginAsync(dealId, cancellation);
        await using (turn)
        {
            deal.Heard(Today);
            await SaveAsync(turn, cancellation);
        }
    }

    /// <summary>Who follows the deal up, and by when; heard of today, where that person says so.</summary>
    /// <returns>The deal as it is, where somebody changed it after the form was opened; null when saved.</returns>
    public async Task<Deal?> FollowAsync(long dealId, FollowUpForm form, CancellationToken cancellation)
    {
        var (turn, deal) = await BeginAsync(dealId, cancellation);
        await using (turn)
        {
            if (deal.Version != form.Version)
            {
                return deal;
            }

            deal.Follow(SearchText.Stored(form.Owner), form.DueOn);
            if (form.NothingNew)
            {
                deal.Heard(Today);
            }

            await SaveAsync(turn, cancellation);
            return null;
        }
    }

    private DateOnly Today => Office.DayOf(db.Clock);

    private async Task<DealOutcome> InTurnAsync(long consultationId, Func<Consultation, Task<DealOutcome>> act, Guid? submission, CancellationToken cancellation)
    {
        await using var turn = await db.BeginMissionAsync(db.Consultations.Where(consultation => consultation.Id == consultationId).Select(consultation => consultation.MissionId), cancellation);
        var consultation = await db.Consultations.Include(consultation => consultation.Mission).SingleAsync(consultation => consultation.Id == consultationId, cancellation);
        return await SaveAsync(turn, await act(consultation), submission, cancellation);
    }

    private async Task<DealOutcome> InTurnAsync(long dealId, long? stepId, Func<Deal, DealStep?, Task<DealOutcome>> act, Guid? submission, CancellationToken cancellation)
    {
        var (turn, deal) = await BeginAsync(dealId, cancellation);
        await using (turn)
        {
            return await SaveAsync(turn, await act(deal, stepId is null ? null : deal.Steps.Single(step => step.Id == stepId)), submission, cancellation);
        }
    }

    /// <summary>The deal as it is at its mission's turn.</summary>
    private async Task<(WriteTransaction Turn, Deal Deal)> BeginAsync(long dealId, CancellationToken cancellation)
    {
        var turn = await db.BeginMissionAsync(db.Deals.Where(deal => deal.Id == dealId).Select(deal => deal.MissionId), cancellation);
        return (turn, await db.Deals.WithSteps().SingleAsync(deal => deal.Id == dealId, cancellation));
    }

    /// <param name="submission">The key of the form that made the step: sent again, it makes no second one.</param>
    private async Task<DealOutcome> SaveAsync(WriteTransaction turn, DealOutcome outcome, Guid? submission, CancellationToken cancellation)
    {
        if (outcome.Step is not { } step)
        {
            return outcome;
        }

        if (submission is { } key)
        {
            db.SubmitOnce(key, step.Deal.Consultation);
        }

        await SaveAsync(turn, cancellation);
        return outcome;
    }

    private async Task SaveAsync(WriteTransaction turn, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
    }

    private async Task<(StepDraft? Draft, IReadOnlyList<Remark> Problems)> CheckAsync(
        Consultation consultation, StepInput input, Func<StepDraft, DealRefusal?> refuses, CancellationToken cancellation)
    {
        var mission = consultation.Mission;
        if (mission.Status == MissionStatus.Cancelled)
        {
            return (null, [new Remark("", Texts.Get("Deals.MissionCancelled"))]);
        }

        var problems = Shape.Validate(input).Errors.Select(error => new Remark(error.PropertyName, error.ErrorMessage)).ToList();
        if (problems.Count > 0 || input is not { Stage: { } stage, On: { } on })
        {
            return (null, problems);
        }

        Valued? value = null;
        if (input.Amount is { } amount)
        {
            var money = new Money(amount, input.Currency!);
            var rate = await Rates.FindAsync(db, money.Currency, mission.BaseCurrency, on, cancellation);
            if (!Valued.Fits(money, rate))
            {
                return (null, [new Remark(nameof(input.Amount), Texts.Get("Consultations.BaseTooLarge", mission.BaseCurrency))]);
            }

            value = new Valued(money, rate);
        }

        var draft = new StepDraft(stage, value, on, input.ExpectedOn, input.Likelihood, SearchText.Stored(input.Note), SearchText.Stored(input.Reason), input.Revives);
        return refuses(draft) is { } refusal ? (null, [new Remark(FieldOf(refusal, stage), Texts.Of(refusal))]) : (draft, []);
    }

    /// <summary>A side exit that a later step contradicts is itself what is wrong: there is nothing to take up again.</summary>
    private static string FieldOf(DealRefusal refusal, DealStage stage) => refusal switch
    {
        DealRefusal.BeforeConsultation or DealRefusal.InTheFuture => nameof(StepInput.On),
        DealRefusal.AmountMissing => nameof(StepInput.Amount),
        DealRefusal.ReasonMissing or DealRefusal.AlreadyCorrected => nameof(StepInput.Reason),
        DealRefusal.DealHasEnded when !stage.IsExit() => nameof(StepInput.Revives),
        _ => nameof(StepInput.Stage),
    };
}
