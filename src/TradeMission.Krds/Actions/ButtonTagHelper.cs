using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Actions;

/// <summary>
/// <c>&lt;krds-button variant="secondary" icon="plus" href="~/missions/new"&gt;…&lt;/krds-button&gt;</c>:
/// submits unless it has an address or another type.
/// </summary>
[HtmlTargetElement("krds-button")]
public sealed class ButtonTagHelper : KrdsTagHelper
{
    public string Variant { get; set; } = "primary";

    public string Size { get; set; } = "medium";

    public string? Icon { get; set; }

    public string? Href { get; set; }

    public string Type { get; set; } = "submit";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var variant = OneOf("variant", Variant, "primary", "secondary", "tertiary", "text");
        var size = OneOf("size", Size, "xsmall", "small", "medium", "large", "xlarge");
        var type = OneOf("type", Type, "submit", "button", "reset");
        Render(output, ButtonMarkup.Render(new(variant, size, Icon, Address(Href), type, await output.GetChildContentAsync())
        {
            Attributes = PassedAttributes.Read(output),
        }));
    }
}
