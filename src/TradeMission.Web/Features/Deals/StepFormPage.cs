using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Deals;

/// <summary>What stands around a step's form.</summary>
/// <param name="Deal">Null for the first step of a new deal.</param>
/// <param name="Corrected">The step in whose place the new one shall stand.</param>
public sealed record StepFormPage(Consultation Consultation, Deal? Deal, DealStep? Corrected)
{
    public string Back => Deal is null ? $"/consultations/{Consultation.Id}" : $"/consultations/{Consultation.Id}#deal-{Deal.Id}";

    /// <summary>Somewhere on its way the deal was on hold or lost: the step may be the one that takes it up again.</summary>
    public bool MayRevive => Deal?.Steps.Any(step => step.Stands && step.Stage.IsExit()) == true;

    public bool HasEnded => Deal is { State: not DealState.Open };

    public bool NeedsReason => Corrected is not null;

    public static async Task<StepFormPage?> OfConsultationAsync(TradeDbContext db, CurrentUser user, long consultationId, CancellationToken cancellation)
    {
        var consultation = await db.Consultations.AsNoTracking().VisibleTo(user).WithNames().FirstOrDefaultAsync(consultation => consultation.Id == consultationId, cancellation);
        return consultation is null ? null : new StepFormPage(consultation, null, null);
    }

    /// <summary>
    /// Null where the deal, or the step in it, does not exist or is not the reader's. A step that somebody else has corrected meanwhile is there: whoever has its form open is
    /// told so.
    /// </summary>
    public static async Task<StepFormPage?> OfDealAsync(TradeDbContext db, CurrentUser user, long dealId, long? stepId, CancellationToken cancellation)
    {
        var deal = await db.Deals.AsNoTracking().VisibleTo(user).Include(deal => deal.Steps).FirstOrDefaultAsync(deal => deal.Id == dealId, cancellation);
        var corrected = deal?.Steps.FirstOrDefault(step => step.Id == stepId && !step.IsWithdrawal && IsTheirs(user, step));
        if (deal is null || (stepId is not null && corrected is null))
        {
            return null;
        }

        return new StepFormPage(await db.Consultations.AsNoTracking().WithNames().SingleAsync(consultation => consultation.Id == deal.ConsultationId, cancellation), deal, corrected);
    }

    /// <summary>The page of one step that stands, whoever recorded it; null as above.</summary>
    public static async Task<StepFormPage?> OfStepAsync(TradeDbContext db, CurrentUser user, long dealId, long stepId, CancellationToken cancellation) =>
        await OfDealAsync(db, user, dealId, null, cancellation) is { } page && page.Deal!.Steps.FirstOrDefault(step => step.Id == stepId && step is { Stands: true, Value: not null }) is { } found
            ? page with { Corrected = found } : null;

    public static bool MayCorrect(CurrentUser user, DealStep step) => step.Stands && IsTheirs(user, step);

    /// <summary>A company corrects what it recorded itself; what an officer recorded it disputes.</summary>
    private static bool IsTheirs(CurrentUser user, DealStep step) => user.IsOfficer || (user.IsCompany && step.ByCompany);

    /// <summary>An empty form.</summary>
    public StepForm NewForm(DateOnly today) => new()
    {
        Page = this,
        SubmissionId = Guid.NewGuid(),
        Stage = Deal is null ? DealStage.Pursued : null,
        Currency = Deal?.ContractCurrency ?? Consultation.Value?.Currency ?? Consultation.Mission.BaseCurrency,
        AmountUnit = MoneyUnit.Usd,
        On = Deal is null && !Consultation.DayUnknown ? Consultation.HeldOn : today,
    };
}
