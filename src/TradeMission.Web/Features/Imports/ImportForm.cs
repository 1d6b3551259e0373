using System.Text;
using FluentValidation;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Imports;

/// <summary>A spreadsheet, or what was copied out of one; the file goes before the text.</summary>
public sealed class ImportForm
{
    /// <summary>Made by the page: the same form sent twice is one draft.</summary>
    public Guid ClientId { get; set; }

    public IFormFile? File { get; set; }

    public string? Text { get; set; }

    /// <summary>Of amounts whose column says none.</summary>
    public MoneyUnit? AmountUnit { get; set; }

    /// <summary>What the page says around the form.</summary>
    internal ImportTarget? Target { get; set; }

    /// <summary>The import that the same rows have been already.</summary>
    internal ImportLine? Earlier { get; set; }

    /// <summary>The draft that somebody has begun and not confirmed.</summary>
    internal ImportDraft? Waiting { get; set; }

    internal string Field => File is null ? nameof(Text) : nameof(File);

    internal Stream Open() => File?.OpenReadStream() ?? new MemoryStream(Encoding.UTF8.GetBytes(Text ?? ""));

    public sealed class Validator : AbstractValidator<ImportForm>
    {
        public Validator()
        {
            RuleFor(form => form.File).Must((form, file) => file is not null || !string.IsNullOrWhiteSpace(form.Text)).WithMessage(_ => Texts.Get("Imports.NothingToRead"));
            RuleFor(form => form.AmountUnit).IsInEnum();
        }
    }
}
