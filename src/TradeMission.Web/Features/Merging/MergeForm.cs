using FluentValidation;

namespace TradeMission.Web.Features.Merging;

/// <summary>What stays of two records, and why they are one.</summary>
public sealed class MergeForm
{
    /// <summary>By the fields in which they differ: whether what the one says that goes is kept.</summary>
    public Dictionary<string, bool> Fields { get; set; } = [];

    public string? Reason { get; set; }

    /// <summary>What would have moved when the page was shown.</summary>
    public string? Seen { get; set; }

    /// <summary>Set by the controller.</summary>
    internal MergePlan? Plan { get; set; }

    /// <summary>Something is not as it was shown: it is to be looked at once more.</summary>
    internal bool HasChanged { get; set; }

    /// <summary>Whether what the one that goes says is kept.</summary>
    public bool TakesLosers(MergePlan.Choice choice) => choice.IsFixed ? choice.TakesLosers : Fields.GetValueOrDefault(choice.Field.Name, choice.TakesLosers);

    public sealed class Validator : AbstractValidator<MergeForm>
    {
        public Validator() => RuleFor(form => form.Reason).NotEmpty().MaximumLength(1000);
    }
}
