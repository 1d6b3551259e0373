using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TradeMission.Krds.Forms;

/// <summary><c>&lt;krds-textarea asp-for="Purpose" rows="3" span2="true" /&gt;</c></summary>
[HtmlTargetElement("krds-textarea", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper(FieldServices services) : FieldTagHelper(services)
{
    public int Rows { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Render(output, TextareaMarkup.Render(new(
            ReadField(output, marksOptional: true),
            Rows,
            ReadMaxLength(),
            FieldValue.Read(Sent, For.Model, "text"))));
}
