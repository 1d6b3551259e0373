using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TradeMission.Krds.Forms;

/// <summary><c>&lt;krds-check asp-for="Published" /&gt;</c>: one yes or no.</summary>
[HtmlTargetElement("krds-check", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckTagHelper(FieldServices services) : FieldTagHelper(services)
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Render(output, CheckMarkup.Render(new(ReadField(output, marksOptional: false), IsChecked())));

    private bool IsChecked() =>
        Sent?.RawValue is null
            ? For.Model is true
            : Sent.AttemptedValue?.Split(',') is [var first, ..] && first.Equals("true", StringComparison.OrdinalIgnoreCase);
}
