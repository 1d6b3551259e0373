using FluentValidation;

namespace TradeMission.Web.Features.Deals;

/// <summary>A step that should never have been there, and why it goes.</summary>
public sealed class WithdrawalForm
{
    public string? Reason { get; set; }

    internal StepFormPage? Page { get; set; }

    public sealed class Validator : AbstractValidator<WithdrawalForm>
    {
        public Validator() => RuleFor(form => form.Reason).NotEmpty().MaximumLength(1000);
    }
}
