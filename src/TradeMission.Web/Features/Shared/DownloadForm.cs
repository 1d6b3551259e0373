using FluentValidation;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Shared;

/// <summary>Why somebody takes personal data out as a file: asked before each download, kept in the audit trail.</summary>
public sealed class DownloadForm
{
    public string? DownloadReason { get; set; }

    internal Source? Of { get; set; }

    /// <summary>Where the file comes from.</summary>
    /// <param name="Title">Of the list.</param>
    /// <param name="Section">Of the menu.</param>
    /// <param name="Address">Of the list, as it was filtered.</param>
    internal sealed record Source(string Title, string Section, string Address, ExportFormat Format);

    public sealed class Validator : AbstractValidator<DownloadForm>
    {
        public Validator() => RuleFor(form => form.DownloadReason).NotEmpty().MaximumLength(500);
    }
}
