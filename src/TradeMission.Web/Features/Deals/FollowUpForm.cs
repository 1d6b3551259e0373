using FluentValidation;

namespace TradeMission.Web.Features.Deals;

/// <summary>Who follows a deal up, and when.</summary>
public sealed class FollowUpForm
{
    public string? Owner { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>Somebody asked just now, and nothing is new.</summary>
    public bool NothingNew { get; set; }

    internal long DealId { get; set; }

    internal long ConsultationId { get; set; }

    public sealed class Validator : AbstractValidator<FollowUpForm>
    {
        public Validator() => RuleFor(form => form.Owner).MaximumLength(200);
    }
}
