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

    private readonly ConsultationGround ground;
    private readonly ConsultationInput input;
    private readonly Consultation? existing;
    private readonly List<Remark> problems = [];
    private readonly List<Remark> warnings = [];
    private IReadOnlyList<ConsultationRow> same = [];

    private ConsultationCheck(ConsultationGround ground, ConsultationInput input, Consultation? existing) => (this.ground, this.input, this.existing) = (ground, input, existing);

    public RecordingOutcome Outcome => new() { Problems = problems, Warnings = warnings, Same = same };

    /// <summary>With its rate; null without an amount.</summary>
    public Valued? Value { get; private set; }

    public Valued? Pursued { get; private set; }

    /// <param name="existing">The record that the input corrects; what it leaves as it was is not held against it.</param>
    public static async Task<ConsultationCheck> OfAsync(TradeDbContext db, long missionId, ConsultationInput input, Consultation? existing, CancellationToken cancellation) =>
        await OfAsync(await ConsultationGround.OfAsync(db, missionId, cancellation), input, existing, cancellation);

    /// <summary>The same on ground that several inputs share.</summary>
    public static async Task<ConsultationCheck> OfAsync(ConsultationGround ground, ConsultationInput input, Consultation? existing, CancellationToken cancellation)
    {
        var check = new ConsultationCheck(ground, input, existing);
        await check.RunAsync(cancellation);
        return check;
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        if (ground.Mission is not { TakesConsultations: true } mission)
        {
            problems.Add(new Remark("", Texts.Get("Consultations.MissionTakesNone")));
            return;
        }

        problems.AddRange(Shape.Validate(input).Errors.Select(error => new Remark(error.PropertyName, error.ErrorMessage)));
        var company = await CheckParticipationAsync(cancellation);
        await CheckPlaceAndDayAsync(mission, cancellation);
        await CheckBuyerAsync(cancellation);
        Value = await ValueAsync(nameof(input.Value), input.Value, input.ValueCurrency, existing?.Value, mission.BaseCurrency, cancellation);
        Pursued = existing is not null ? null : await ValueAsync(nameof(input.Pursued), input.Pursued, input.PursuedCurrency, null, mission.BaseCurrency, cancellation);
        if (existing is { Answer: FigureState.Confirmed or FigureState.Disputed } && (existing.Value?.Amount != input.Value || existing.Value?.Currency != (input.Value is null ? null : input.ValueCurrency)) && string.IsNullOrWhiteSpace(input.Reason))
        {
            problems.Add(new Remark(nameof(input.Reason), Texts.Get("Consultations.AnsweredNeedsReason")));
        }

        await WarnOfFiguresAsync(cancellation);
        await LookForSameAsync(company, cancellation);
    }

    private async Task WarnOfFiguresAsync(CancellationToken cancellation)
    {
        var (contract, pursued) = existing is null ? (Pursued?.BaseAmount, Pursued?.BaseAmount) : await ground.ContractAsync(existing.Id, cancellation);
        foreach (var warning in Consultation.FigureWarningsOf(Value?.BaseAmount, contract, pursued))
        {
            warnings.Add(new Remark(existing is null ? nameof(input.Pursued) : nameof(input.Value), Texts.Of(warning)));
        }

        if (Value?.BaseAmount is { } value && (await ground.UsualAsync(existing?.Id, cancellation)).IsFarOff(value))
        {
            warnings.Add(new Remark(nameof(input.Value), Texts.Of(FigureWarning.ValueFarOff)));
        }
    }

    /// <returns>The company.</returns>
    private async Task<long?> CheckParticipationAsync(CancellationToken cancellation)
    {
        if (input.ParticipationId is not { } id)
        {
            return null;
        }

        var participation = await ground.ParticipationAsync(id, cancellation);
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
            var stop = await ground.StopAsync(id, cancellation);
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

        var credit = await ground.CreditAsync(id, cancellation);
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

        var rate = (sameDay && was?.Currency == currency ? was?.Frozen : null) ?? await ground.RateAsync(currency!, baseCurrency, day, cancellation);
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

        same = await ground.SameAsync(company.Value, buyer, day, existing?.Id, cancellation);
    }
}
