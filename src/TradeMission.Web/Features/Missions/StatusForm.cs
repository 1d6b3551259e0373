using FluentValidation;
using TradeMission.Domain.Missions;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>A mission's next status, and why.</summary>
public sealed class StatusForm
{
    public MissionStatus? NextStatus { get; set; }

    public string? StatusReason { get; set; }

    /// <summary>When closing: whether companies are asked to confirm what they have not answered yet.</summary>
    public bool AskCompanies { get; set; }

    /// <summary>Of the mission when the form was opened.</summary>
    public int? Version { get; set; }

    internal Mission? Mission { get; set; }

    /// <summary>What this reader may choose: reopening is the manager's, every other step the officer's.</summary>
    internal IReadOnlyList<MissionStatus> Offered { get; set; } = [];

    public sealed class Validator : AbstractValidator<StatusForm>
    {
        public Validator()
        {
            RuleFor(form => form.NextStatus).NotNull();
            RuleFor(form => form.NextStatus).Must((form, status) => form.Offered.Contains(status!.Value))
                .WithMessage(form => Texts.Get("Missions.StatusCannotFollow", Texts.Of(form.Mission!.Status))).When(form => form.NextStatus is not null);
            RuleFor(form => form.StatusReason).NotEmpty().MaximumLength(1000);
        }
    }
}
