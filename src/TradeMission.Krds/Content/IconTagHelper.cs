using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Content;

/// <summary><c>&lt;krds-icon name="plus" /&gt;</c>: a drawing of the sprite; with <c>label</c> it speaks for itself.</summary>
[HtmlTargetElement("krds-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : KrdsTagHelper
{
    public string Name { get; set; } = "";

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Render(output, IconMarkup.Render(new IconOptions(Name, Label) { Attributes = PassedAttributes.Read(output) }));
}
