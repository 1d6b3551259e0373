using FluentValidation;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Account;

/// <summary>A password chosen through a link in a mail.</summary>
public sealed class NewPasswordForm
{
    public string? NewPassword { get; set; }

    public string? Repeat { get; set; }

    public sealed class Validator : AbstractValidator<NewPasswordForm>
    {
        public Validator()
        {
            RuleFor(form => form.NewPassword).NotEmpty().MaximumLength(200);
            RuleFor(form => form.Repeat).Equal(form => form.NewPassword).WithMessage(_ => Texts.Get("Account.RepeatDiffers"));
        }
    }
}
