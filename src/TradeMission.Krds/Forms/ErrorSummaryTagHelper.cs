using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Forms;

/// <summary><c>&lt;krds-error-summary /&gt;</c>: what to put right, with a link to each field; nothing while there is nothing.</summary>
[HtmlTargetElement("krds-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(FieldServices services) : KrdsTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ReadErrors();
        Render(output, ErrorSummaryMarkup.Render(new(
            services.Texts[KrdsText.ErrorSummary, errors.Count],
            errors,
            PassedAttributes.Read(output))));
    }

    private List<SummaryError> ReadErrors()
    {
        var errors = new List<SummaryError>();
        foreach (var (key, entry) in FieldOrder.Of(ViewContext.ViewData.ModelState, ViewContext.ViewData.ModelMetadata))
        {
            // A field shows its first error; the whole form may have several.
            var shown = key.Length == 0 ? entry.Errors : entry.Errors.Take(1);
            var id = key.Length == 0 ? null : TagBuilder.CreateSanitizedId(key, services.Generator.IdAttributeDotReplacement);
            errors.AddRange(shown.Select(error => new SummaryError(FieldError.Text(error, services.Texts), id)));
        }

        return errors;
    }
}
