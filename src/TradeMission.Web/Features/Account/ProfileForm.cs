using FluentValidation;

namespace TradeMission.Web.Features.Account;

/// <summary>What people change about themselves.</summary>
public sealed class ProfileForm
{
    public string? Name { get; set; }

    public string? Language { get; set; }

    public sealed class Validator : AbstractValidator<ProfileForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).NotEmpty().MaximumLength(100);
            RuleFor(form => form.Language).NotEmpty().Must(language => language is "ko" or "en");
        }
    }
}
