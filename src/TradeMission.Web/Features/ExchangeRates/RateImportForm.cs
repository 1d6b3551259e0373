using FluentValidation;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>A file, or its text pasted; the file goes before the text.</summary>
public sealed class RateImportForm
{
    public IFormFile? File { get; set; }

    public string? Text { get; set; }

    /// <summary>Null where the file is text in no encoding that is read.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellation)
    {
        if (File is null)
        {
            return RateText.Lines(Text ?? "");
        }

        using var bytes = new MemoryStream();
        await File.CopyToAsync(bytes, cancellation);
        return RateText.Decode(bytes.ToArray());
    }

    public sealed class Validator : AbstractValidator<RateImportForm>
    {
        public Validator()
        {
            RuleFor(form => form.File).Must(file => file is null || file.Length <= RateFile.LargestSize).WithMessage(_ => Texts.Of(RateFileFault.TooLarge))
                .Must((form, file) => file is not null || !string.IsNullOrWhiteSpace(form.Text)).WithMessage(_ => Texts.Get("ExchangeRates.NothingToRead"));
        }
    }
}
