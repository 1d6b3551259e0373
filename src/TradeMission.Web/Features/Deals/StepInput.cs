using FluentValidation;
using TradeMission.Domain;
using TradeMission.Domain.Deals;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Deals;

/// <summary>A step as somebody reports it: nothing in it is trusted yet.</summary>
public sealed record StepInput
{
    public DealStage? Stage { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    /// <summary>The day that it happened.</summary>
    public DateOnly? On { get; init; }

    public DateOnly? ExpectedOn { get; init; }

    public Likelihood? Likelihood { get; init; }

    public string? Note { get; init; }

    public string? Reason { get; init; }

    public bool Revives { get; init; }

    /// <summary>What can be said without asking the database.</summary>
    public sealed class Validator : AbstractValidator<StepInput>
    {
        public Validator()
        {
            RuleFor(input => input.Stage).NotNull().IsInEnum();
            RuleFor(input => input.On).NotNull();
            RuleFor(input => input.Amount).MustBeMoney(input => input.Currency);
            RuleFor(input => input.Amount).Must(amount => amount != 0).WithMessage(_ => Texts.Get("Deals.AmountIsNought"));
            RuleFor(input => input.Amount).Null().WithMessage(_ => Texts.Get("Deals.ExitHasNoAmount")).When(input => input.Stage?.IsExit() == true);
            RuleFor(input => input.Currency).Must(currency => Currencies.Find(currency) is not null).WithMessage(_ => Texts.Of(MoneyRefusal.UnknownCurrency)).When(input => input.Amount is not null);
            RuleFor(input => input.ExpectedOn).Null().WithMessage(_ => Texts.Get("Deals.OnlyPursuedIsExpected")).When(input => input.Stage is not null and not DealStage.Pursued);
            RuleFor(input => input.Note).MaximumLength(2000);
            RuleFor(input => input.Reason).MaximumLength(1000);
        }
    }
}
