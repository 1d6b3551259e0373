using FluentValidation;

namespace TradeMission.Web.Features.Account;

/// <summary>Whose password is forgotten.</summary>
public sealed class EmailForm
{
    public string? Email { get; set; }

    public sealed class Validator : AbstractValidator<EmailForm>
    {
        public Validator() => RuleFor(form => form.Email).NotEmpty().EmailAddress().MaximumLength(256);
    }
}
