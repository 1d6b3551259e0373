using FluentValidation;
using TradeMission.Domain.Missions;
using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Features.Missions;

/// <summary>What the forms of a mission and of its parts share: a correction to a closed mission says why.</summary>
public abstract class MissionPartForm : IVersionedForm
{
    public int? Version { get; set; }

    public Guid SubmissionId { get; set; }

    /// <summary>Why a closed mission is corrected; asked only then.</summary>
    public string? Reason { get; set; }

    internal Mission? Mission { get; set; }

    internal bool NeedsReason => Mission?.Status == MissionStatus.Closed;

    /// <summary>Include it in the form's own validator.</summary>
    public abstract class PartValidator<TForm> : AbstractValidator<TForm>
        where TForm : MissionPartForm
    {
        protected PartValidator()
        {
            RuleFor(form => form.Reason).NotEmpty().When(form => form.NeedsReason);
            RuleFor(form => form.Reason).MaximumLength(1000);
        }
    }
}
