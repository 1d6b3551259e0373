using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>A consultation as it is typed, new or edited. What it means is said by <see cref="ReadAsync"/>, whether it holds by <see cref="ConsultationRecording"/>.</summary>
public sealed class ConsultationForm : IVersionedForm
{
    /// <summary>Of <see cref="BuyerChoice"/>: a buyer that the register does not know yet.</summary>
    public const string NewBuyer = "new";

    public Guid ClientId { get; set; }

    public int? Version { get; set; }

    public long? ParticipationId { get; set; }

    public long? StopId { get; set; }

    /// <summary>As typed: found on the server, so that it works without JavaScript.</summary>
    public string? BuyerName { get; set; }

    /// <summary>Which of those found for <see cref="BuyerAsked"/> is meant: an id or <see cref="NewBuyer"/>.</summary>
    public string? BuyerChoice { get; set; }

    /// <summary>The name that the choice was offered for. Another name makes the choice void.</summary>
    public string? BuyerAsked { get; set; }

    public string? NewBuyerCountry { get; set; }

    public DateOnly? HeldOn { get; set; }

    public TimeOnly? StartsAt { get; set; }

    public ConsultationKind? Kind { get; set; }

    public string? Products { get; set; }

    /// <summary>As typed, in <see cref="AmountUnit"/>.</summary>
    public string? Value { get; set; }

    public MoneyUnit? AmountUnit { get; set; }

    /// <summary>The currency that the unit was shown for: 만 beside another currency is asked about once.</summary>
    public string? UnitShownFor { get; set; }

    public string? ValueCurrency { get; set; }

    /// <summary>As typed, in <see cref="AmountUnit"/>: opens a deal with its first step. Only for a new consultation; afterwards deals have pages of their own.</summary>
    public string? Pursued { get; set; }

    /// <summary>The value's own where it is empty.</summary>
    public string? PursuedCurrency { get; set; }

    public DateOnly? PursuedExpectedOn { get; set; }

    public Assessment? Assessment { get; set; }

    public string? NextStep { get; set; }

    public DateOnly? NextStepDueOn { get; set; }

    public string? NextStepOwner { get; set; }

    public string? Notes { get; set; }

    /// <summary>Why a figure that the company has answered changes.</summary>
    public string? Reason { get; set; }

    /// <summary>The company has answered the consultation value: changing it needs a reason.</summary>
    internal bool IsAnswered { get; set; }

    public bool ConfirmDuplicate { get; set; }

    /// <summary>In words, for whoever compares two versions.</summary>
    public string? CompanyShown { get; set; }

    /// <summary>In words, for whoever compares two versions.</summary>
    public string? StopShown { get; set; }

    /// <summary>What was found for the name; null where nobody asked.</summary>
    internal IReadOnlyList<BuyerSuggestion>? Suggestions { get; set; }

    /// <summary>What the page offers and shows around the form.</summary>
    internal ConsultationFormPage? Page { get; set; }

    internal bool IsChoiceValid => BuyerChoice is not null && BuyerAsked == BuyerName;

    public static ConsultationForm Of(Consultation consultation) => new()
    {
        ClientId = consultation.ClientId,
        Version = consultation.Version,
        ParticipationId = consultation.ParticipationId,
        StopId = consultation.StopId,
        BuyerName = consultation.Buyer.Name,
        BuyerChoice = $"{consultation.BuyerId}",
        BuyerAsked = consultation.Buyer.Name,
        HeldOn = consultation.HeldOn,
        StartsAt = consultation.StartsAt,
        Kind = consultation.Kind,
        Products = consultation.Products,
        Value = consultation.Value is { } value ? Show.Number(value.Amount) : null,
        AmountUnit = MoneyUnit.Usd,
        UnitShownFor = consultation.Value?.Currency ?? consultation.Mission.BaseCurrency,
        ValueCurrency = consultation.Value?.Currency ?? consultation.Mission.BaseCurrency,
        Assessment = consultation.Assessment,
        NextStep = consultation.NextStep,
        NextStepDueOn = consultation.NextStepDueOn,
        NextStepOwner = consultation.NextStepOwner,
        Notes = consultation.Notes,
        CompanyShown = Show.Name(consultation.Participation.Company.NameKo, consultation.Participation.Company.NameEn),
        StopShown = Show.Name(consultation.Stop?.CityKo, consultation.Stop?.CityEn),
    };

    /// <summary>What was typed, as an input; what cannot be understood is said in the model state.</summary>
    public async Task<ConsultationInput> ReadAsync(TradeDbContext db, ModelStateDictionary state, CancellationToken cancellation)
    {
        var buyer = await ReadBuyerAsync(db, state, cancellation);
        var isNew = IsChoiceValid && BuyerChoice == NewBuyer;
        var size = new Unit(AmountUnit ?? MoneyUnit.Usd, ValueCurrency ?? "").Size;
        if (size != 1 && UnitShownFor != ValueCurrency && (Value is not null || Pursued is not null))
        {
            state.AddModelError(nameof(Value), Texts.Get("Consultations.CheckUnit", new Unit(AmountUnit!.Value, ValueCurrency ?? "").Label));
        }

        return new ConsultationInput
        {
            ClientId = ClientId,
            ParticipationId = ParticipationId,
            StopId = StopId,
            BuyerId = buyer,
            NewBuyerName = isNew ? BuyerName : null,
            NewBuyerCountry = isNew ? NewBuyerCountry : null,
            HeldOn = HeldOn,
            StartsAt = StartsAt,
            Kind = Kind ?? ConsultationKind.AtVenue,
            Products = Products,
            Value = TypedAmount.Read(nameof(Value), Value, size, ValueCurrency, state),
            ValueCurrency = ValueCurrency,
            Pursued = TypedAmount.Read(nameof(Pursued), Pursued, size, PursuedCurrency ?? ValueCurrency, state),
            PursuedCurrency = PursuedCurrency ?? ValueCurrency,
            PursuedExpectedOn = PursuedExpectedOn,
            Assessment = Assessment,
            NextStep = NextStep,
            NextStepDueOn = NextStepDueOn,
            NextStepOwner = NextStepOwner,
            Notes = Notes,
            Reason = Reason,
            ConfirmDuplicate = ConfirmDuplicate,
        };
    }

    /// <summary>Looks for what was typed as the buyer, so that the page can offer it.</summary>
    public async Task SuggestAsync(TradeDbContext db, CancellationToken cancellation)
    {
        Suggestions = await BuyerSuggestion.FindAsync(db, BuyerName, cancellation);
        if (!IsChoiceValid)
        {
            BuyerChoice = Suggestions.FirstOrDefault(buyer => !buyer.IsBlocked && buyer.IsCalled(BuyerName)) is { } called ? $"{called.Id}" : Suggestions.Count == 0 ? NewBuyer : null;
        }
    }

    /// <summary>Says what an outcome found beside the fields that it found it in; a field that has its message already keeps that.</summary>
    public void Say(RecordingOutcome outcome, ModelStateDictionary state)
    {
        foreach (var (field, message) in outcome.Problems)
        {
            var key = field is nameof(ConsultationInput.BuyerId) or nameof(ConsultationInput.NewBuyerName) ? nameof(BuyerName) : field;
            if (state.GetValueOrDefault(key) is not { Errors.Count: > 0 })
            {
                state.AddModelError(key, message);
            }
        }

        if (outcome.Problems.Count == 0 && outcome.Same.Count > 0)
        {
            state.AddModelError(nameof(ConfirmDuplicate), Texts.Get("Consultations.SameDay"));
        }
    }

    private async Task<long?> ReadBuyerAsync(TradeDbContext db, ModelStateDictionary state, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(BuyerName))
        {
            state.AddModelError(nameof(BuyerName), Texts.Get("Consultations.BuyerMissing"));
            return null;
        }

        if (IsChoiceValid)
        {
            return long.TryParse(BuyerChoice, out var chosen) ? chosen : null;
        }

        var called = (await BuyerSuggestion.FindAsync(db, BuyerName, cancellation)).Where(buyer => buyer.IsCalled(BuyerName)).ToList();
        if (called is [var only])
        {
            (BuyerChoice, BuyerAsked) = ($"{only.Id}", BuyerName);
            return only.Id;
        }

        await SuggestAsync(db, cancellation);
        state.AddModelError(nameof(BuyerName), Texts.Get(Suggestions!.Count == 0 ? "Consultations.BuyerUnknown" : "Consultations.BuyerUnclear"));
        return null;
    }

    /// <summary>What the page tells a browser; the rules themselves are <see cref="ConsultationInput.Validator"/>'s.</summary>
    public sealed class Validator : AbstractValidator<ConsultationForm>
    {
        public Validator()
        {
            RuleFor(form => form.ParticipationId).NotNull();
            RuleFor(form => form.BuyerName).NotEmpty().MaximumLength(200);
            RuleFor(form => form.HeldOn).NotNull();
            RuleFor(form => form.Products).MaximumLength(1000);
            RuleFor(form => form.NextStep).MaximumLength(1000);
            RuleFor(form => form.NextStepOwner).MaximumLength(200);
            RuleFor(form => form.Notes).MaximumLength(4000);
        }
    }
}
