using FluentValidation;
using TradeMission.Domain.Deals;
using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Features.Deals;

/// <summary>Who follows a deal up, and when.</summary>
public sealed class FollowUpForm : IVersionedForm
{
    public string? Owner { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>Somebody asked just now, and nothing is new.</summary>
    public bool NothingNew { get; set; }

    public int? Version { get; set; }

    internal long DealId { get; set; }

    internal long ConsultationId { get; set; }

    public static FollowUpForm Of(Deal deal) => new() { DealId = deal.Id, ConsultationId = deal.ConsultationId, Owner = deal.Owner, DueOn = deal.DueOn, Version = deal.Version };

    public sealed class Validator : AbstractValidator<FollowUpForm>
    {
        public Validator() => RuleFor(form => form.Owner).MaximumLength(200);
    }
}
