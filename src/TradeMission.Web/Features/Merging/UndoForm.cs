using FluentValidation;

namespace TradeMission.Web.Features.Merging;

/// <summary>Why the two are two after all.</summary>
public sealed class UndoForm
{
    public string? Reason { get; set; }

    /// <summary>Set by the controller.</summary>
    internal UndoPage? Page { get; set; }

    public sealed class Validator : AbstractValidator<UndoForm>
    {
        public Validator() => RuleFor(form => form.Reason).NotEmpty().MaximumLength(1000);
    }
}
