using FluentValidation;

namespace TradeMission.Web.Features.Account;

public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    /// <summary>Where the reader wanted to go; an address of this portal or nothing.</summary>
    public string? ReturnUrl { get; set; }

    public sealed class Validator : AbstractValidator<SignInForm>
    {
        public Validator()
        {
            RuleFor(form => form.Email).NotEmpty().MaximumLength(256);
            RuleFor(form => form.Password).NotEmpty().MaximumLength(200);
        }
    }
}
