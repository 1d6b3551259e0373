using FluentValidation;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>A consultation as somebody reports it, on a page, in a file or from a phone: nothing in it is trusted yet.</summary>
public record ConsultationInput
{
    /// <summary>Made by the sender, once: the same input sent twice makes one record.</summary>
    public required Guid ClientId { get; init; }

    public long? StopId { get; init; }

    public long? ParticipationId { get; init; }

    /// <summary>Null where <see cref="NewBuyerName"/> says who it was.</summary>
    public long? BuyerId { get; init; }

    public string? NewBuyerName { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? NewBuyerCountry { get; init; }

    /// <summary>Day at the stop.</summary>
    public DateOnly? HeldOn { get; init; }

    public TimeOnly? StartsAt { get; init; }

    public ConsultationKind Kind { get; init; }

    public string? Products { get; init; }

    public decimal? Value { get; init; }

    public string? ValueCurrency { get; init; }

    /// <summary>Opens a deal with this as its first step; only when the consultation is recorded.</summary>
    public decimal? Pursued { get; init; }

    public string? PursuedCurrency { get; init; }

    public DateOnly? PursuedExpectedOn { get; init; }

    public Assessment? Assessment { get; init; }

    public string? Notes { get; init; }

    public string? NextStep { get; init; }

    public DateOnly? NextStepDueOn { get; init; }

    public string? NextStepOwner { get; init; }

    /// <summary>Why a figure that the company has answered changes.</summary>
    public string? Reason { get; init; }

    /// <summary>The sender has seen that this company met this buyer on this day before, and says that this is another consultation.</summary>
    public bool ConfirmDuplicate { get; init; }

    /// <summary>What can be said without asking the database.</summary>
    public sealed class Validator : AbstractValidator<ConsultationInput>
    {
        public Validator()
        {
            RuleFor(input => input.ParticipationId).NotNull();
            RuleFor(input => input.HeldOn).NotNull();
            RuleFor(input => input.BuyerId).NotNull().When(input => input.NewBuyerName is null);
            RuleFor(input => input.NewBuyerName).MaximumLength(200);
            RuleFor(input => input.NewBuyerCountry).NotEmpty().Must(code => Countries.All.Contains(code!)).WithMessage(_ => Texts.Get("Consultations.UnknownCountry"))
                .When(input => input.NewBuyerName is not null);
            RuleFor(input => input.Kind).IsInEnum();
            RuleFor(input => input.Assessment).IsInEnum();
            RuleFor(input => input.Products).MaximumLength(1000);
            RuleFor(input => input.ValueCurrency).Must(BeKnown).WithMessage(_ => Texts.Of(MoneyRefusal.UnknownCurrency)).When(input => input.Value is not null);
            RuleFor(input => input.PursuedCurrency).Must(BeKnown).WithMessage(_ => Texts.Of(MoneyRefusal.UnknownCurrency)).When(input => input.Pursued is not null);
            RuleFor(input => input.Value).MustBeMoney(input => input.ValueCurrency);
            RuleFor(input => input.Pursued).MustBeMoney(input => input.PursuedCurrency);
            RuleFor(input => input.Pursued).Must(amount => amount != 0).WithMessage(_ => Texts.Get("Deals.AmountIsNought"));
            RuleFor(input => input.PursuedExpectedOn).Null().WithMessage(_ => Texts.Get("Consultations.ExpectedWithoutPursued")).When(input => input.Pursued is null);
            RuleFor(input => input.Notes).MaximumLength(4000);
            RuleFor(input => input.NextStep).MaximumLength(1000);
            RuleFor(input => input.NextStep).NotEmpty().WithMessage(_ => Texts.Get("Consultations.StepMissing"))
                .When(input => input.NextStepDueOn is not null);
            RuleFor(input => input.Reason).MaximumLength(1000);
            RuleFor(input => input.NextStepOwner).MaximumLength(200);
        }

        private static bool BeKnown(string? currency) => Currencies.Find(currency) is not null;
    }
}
