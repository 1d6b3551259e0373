using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TradeMission.Domain.Deals;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Deals;

/// <summary>A step as it is typed: the first of a deal, another one, or one in the place of a wrong one.</summary>
public sealed class StepForm
{
    public Guid SubmissionId { get; set; }

    public DealStage? Stage { get; set; }

    /// <summary>As typed, in <see cref="AmountUnit"/>.</summary>
    public string? Amount { get; set; }

    public MoneyUnit? AmountUnit { get; set; }

    public string? Currency { get; set; }

    public DateOnly? On { get; set; }

    public DateOnly? ExpectedOn { get; set; }

    public Likelihood? Likelihood { get; set; }

    public string? Note { get; set; }

    public string? Reason { get; set; }

    public bool Revives { get; set; }

    /// <summary>What stands behind the figure, if it is at hand already.</summary>
    public IFormFile? Evidence { get; set; }

    internal StepFormPage? Page { get; set; }

    /// <summary>What a step says, to be corrected.</summary>
    public static StepForm Of(DealStep step) => new()
    {
        SubmissionId = Guid.NewGuid(),
        Stage = step.Stage,
        Amount = step.Value is { } value ? Show.Number(value.Amount) : null,
        AmountUnit = MoneyUnit.Usd,
        Currency = step.Value?.Currency,
        On = step.On,
        ExpectedOn = step.ExpectedOn,
        Likelihood = step.Likelihood,
        Note = step.Note,
        Revives = step.Revives,
    };

    /// <summary>What was typed, as an input; what cannot be understood is said in the model state.</summary>
    public StepInput Read(ModelStateDictionary state)
    {
        var amount = TypedAmount.Read(nameof(Amount), Amount, new Unit(AmountUnit ?? MoneyUnit.Usd, Currency ?? "").Size, Currency, state);

        return new StepInput
        {
            Stage = Stage,
            Amount = amount,
            Currency = Currency,
            On = On,
            ExpectedOn = ExpectedOn,
            Likelihood = Likelihood,
            Note = Note,
            Reason = Reason,
            Revives = Revives,
        };
    }

    /// <summary>What the page tells a browser; the rules themselves are <see cref="StepInput.Validator"/>'s.</summary>
    public sealed class Validator : AbstractValidator<StepForm>
    {
        public Validator()
        {
            RuleFor(form => form.Stage).NotNull();
            RuleFor(form => form.On).NotNull();
            RuleFor(form => form.Note).MaximumLength(2000);
            RuleFor(form => form.Reason).MaximumLength(1000);
        }
    }
}
