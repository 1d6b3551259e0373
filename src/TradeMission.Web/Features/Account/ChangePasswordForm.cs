using FluentValidation;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Account;

public sealed class ChangePasswordForm
{
    public string? CurrentPassword { get; set; }

    public string? NewPassword { get; set; }

    public string? Repeat { get; set; }

    public sealed class Validator : AbstractValidator<ChangePasswordForm>
    {
        public Validator()
        {
            RuleFor(form => form.CurrentPassword).NotEmpty().MaximumLength(200);
            RuleFor(form => form.NewPassword).NotEmpty().MaximumLength(200);
            RuleFor(form => form.Repeat).Equal(form => form.NewPassword).WithMessage(_ => Texts.Get("Account.RepeatDiffers"));
        }
    }
}
