using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>Holds an input against the rules (DOMAIN: rules that pages, imports and offline sync all share) and freezes its rates. Changes nothing.</summary>
internal sealed class ConsultationCheck
{
    private static readonly ConsultationInput.Validator Shape = new();

    private readonly TradeDbContext db;
    private readonly ConsultationInput input;
    private readonly Consultation? existing;
    private readonly List<Remark> problems = [];
    private readonly List<Remark> warnings = [];
    private IReadOnlyList<ConsultationRow> same = [];

    private ConsultationCheck(TradeDbContext db, ConsultationInput input, Consultation? existing) => (this.db, this.input, this.existing) = (db, input, existing);

    public RecordingOutcome Outcome => new() { Problems = problems, Warnings = warnings, Same = same };

    /// <summary>With its rate; null without an amount.</summary>
    public Valued? Value { get; private set; }

    public Valued? Pursued { get; private set; }

    /// <param name="existing">The record that the input corrects; what it leaves as it was is not held against it.</param>
    public static async Task<ConsultationCheck> OfAsync(TradeDbContext db, long missionId, ConsultationInput input, Consultation? existing, CancellationToken cancellation)
    {
        var check = new ConsultationCheck(db, input, existing);
        await check.RunAsync(missionId, cancellation);
        return check;
    }

    private async Task RunAsync(long missionId, CancellationToken cancellation)
    {
        var mission = await db.Missions.Where(mission => mission.Id == missionId).Select(MissionHead.Of).FirstOrDefaultAsync(cancellation);
        if (mission is not { TakesConsultations: true })
        {
            problems.Add(new Remark("", Texts.Get("Consultations.MissionTakesNone")));
            return;
        }

        problems.AddRange(Shape.Validate(input).Errors.Select(error => new Remark(error.PropertyName, error.ErrorMessage)));
        var company = await CheckParticipationAsync(mission, cancellation);
        await CheckPlaceAndDayAsync(mission, cancellation);
        await CheckBuyerAsync(cancellation);
        Value = await ValueAsync(nameof(input.Value), input.Value, input.ValueCurrency, existing?.Value, mission.BaseCurrency, cancellation);
        Pursued = existing is not null ? null : await ValueAsync(nameof(input.Pursued), input.Pursued, input.PursuedCurrency, null, mission.BaseCurrency, cancellation);
        if (existing is { Answer: FigureState.Confirmed or FigureState.Disputed } && (existing.Value?.Amount != input.Value || existing.Value?.Currency != (input.Value is null ? null : input.ValueCurrency)) && string.IsNullOrWhiteSpace(input.Reason))
        {
            problems.Add(new Remark(nameof(input.Reason), Texts.Get("Consultations.AnsweredNeedsReason")));
        }

        await WarnOfFiguresAsync(mission.Id, cancellation);
        await LookForSameAsync(company, cancellation);
    }

    private async Task WarnOfFiguresAsync(long missionId, CancellationToken cancellation)
    {
        var (contract, pursued) = existing is null ? (Pursued?.BaseAmount, Pursued?.BaseAmount) : await ContractOfAsync(existing.Id, cancellation);
        foreach (var warning in Consultation.FigureWarningsOf(Value?.BaseAmount, contract, pursued))
        {
            warnings.Add(new Remark(existing is null ? nameof(input.Pursued) : nameof(input.Value), Texts.Of(warning)));
        }

        if (Value?.BaseAmount is { } value && (await UsualValues.OfAsync(db, missionId, existing?.Id, cancellation)).IsFarOff(value))
        {
            warnings.Add(new Remark(nameof(input.Value), Texts.Of(FigureWarning.ValueFarOff)));
        }
    }

    private async Task<(decimal? Contract, decimal? Pursued)> ContractOfAsync(long consultationId, CancellationToken cancellation)
    {
        var open = await db.Deals.Where(deal => deal.ConsultationId == consultationId).Where(DealSum.Counts).Select(deal => new { deal.Stage, deal.ContractBase }).ToListAsync(cancellation);
        return (open.Sum(deal => deal.ContractBase), open.Where(deal => deal.Stage == DealStage.Pursued).Sum(deal => deal.ContractBase));
    }

    /// <returns>The company.</returns>
    private async Task<long?> CheckParticipationAsync(MissionHead mission, CancellationToken cancellation)
    {
        if (input.ParticipationId is not { } id)
        {
            return null;
        }

        var participation = await db.Participations.Where(participation => participation.Id == id && participation.MissionId == mission.Id)
            .Select(participation => new { participation.CompanyId, participation.Status }).FirstOrDefaultAsync(cancellation);
        if (participation is null)
        {
            problems.Add(new Remark(nameof(input.ParticipationId), Texts.Get("Consultations.NotOfThisMission")));
        }
        else if (participation.Status != ParticipationStatus.Selected && existing?.ParticipationId != id)
        {
            problems.Add(new Remark(nameof(input.ParticipationId), Texts.Get("Consultations.NotSelected")));
        }

        return participation?.CompanyId;
    }

    private async Task CheckPlaceAndDayAsync(MissionHead mission, CancellationToken cancellation)
    {
        var (startsOn, endsOn) = (mission.StartsOn, mission.EndsOn);
        if (input.StopId is { } id)
        {
            var stop = await db.Stops.Where(stop => stop.Id == id && stop.MissionId == mission.Id).Select(stop => new { stop.StartsOn, stop.EndsOn }).FirstOrDefaultAsync(cancellation);
            if (stop is null)
            {
                problems.Add(new Remark(nameof(input.StopId), Texts.Get("Consultations.NotAStopOfThisMission")));
                return;
            }

            (startsOn, endsOn) = (stop.StartsOn ?? startsOn, stop.EndsOn ?? endsOn);
        }

        if (input.HeldOn is not { } day || (existing is { DayUnknown: true } && existing.HeldOn == day))
        {
            return;
        }

        var unchanged = existing is not null && existing.HeldOn == day && existing.StopId == input.StopId;
        var days = Show.Period(startsOn, endsOn);
        switch (Stop.Fit(day, startsOn, endsOn))
        {
            case DayFit.Outside when !unchanged:
                problems.Add(new Remark(nameof(input.HeldOn), Texts.Get("Consultations.DayOutside", days, Stop.GraceDays)));
                break;
            case DayFit.Outside or DayFit.Near:
                warnings.Add(new Remark(nameof(input.HeldOn), Texts.Get("Consultations.DayNear", days)));
                break;
        }
    }

    private async Task CheckBuyerAsync(CancellationToken cancellation)
    {
        if (input.BuyerId is not { } id)
        {
            return;
        }

        var credit = await db.Buyers.Where(buyer => buyer.Id == id).Select(buyer => (Credit?)buyer.Credit).FirstOrDefaultAsync(cancellation);
        if (credit is null)
        {
            problems.Add(new Remark(nameof(input.BuyerId), Texts.Get("Consultations.UnknownBuyer")));
        }
        else if (credit == Credit.Blocked && existing?.BuyerId != id)
        {
            problems.Add(new Remark(nameof(input.BuyerId), Texts.Get("Consultations.BuyerBlocked")));
        }
    }

    private async Task<Valued?> ValueAsync(string field, decimal? amount, string? currency, Valued? was, string baseCurrency, CancellationToken cancellation)
    {
        if (amount is not { } figure || input.HeldOn is not { } day || Money.Refusal(figure, currency) is not null)
        {
            return null;
        }

        var sameDay = existing?.HeldOn == day;
        if (sameDay && was is not null && was.Currency == currency && was.Amount == figure)
        {
            return was;
        }

        var rate = (sameDay && was?.Currency == currency ? was?.Frozen : null) ?? await Rates.FindAsync(db, currency!, baseCurrency, day, cancellation);
        if (rate is null)
        {
            warnings.Add(new Remark(field, Texts.Get("Consultations.RateMissing", currency)));
        }

        var money = new Money(figure, currency!);
        if (!Valued.Fits(money, rate))
        {
            problems.Add(new Remark(field, Texts.Get("Consultations.BaseTooLarge", baseCurrency)));
            return null;
        }

        return new Valued(money, rate);
    }

    private async Task LookForSameAsync(long? company, CancellationToken cancellation)
    {
        if (company is null || input.BuyerId is not { } buyer || input.HeldOn is not { } day || input.ConfirmDuplicate)
        {
            return;
        }

        if (existing is not null && existing.ParticipationId == input.ParticipationId && existing.BuyerId == buyer && existing.HeldOn == day)
        {
            return;
        }

        var own = existing?.Id ?? 0;
        same = await db.Consultations
            .Where(other => other.Participation.CompanyId == company && other.BuyerId == buyer && other.HeldOn == day && !other.DayUnknown && other.Id != own)
            .OrderBy(other => other.Id).Select(ConsultationRow.Of).Take(5).ToListAsync(cancellation);
    }
}
