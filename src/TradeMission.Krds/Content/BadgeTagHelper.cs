using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Content;

/// <summary><c>&lt;krds-badge tone="success"&gt;진행&lt;/krds-badge&gt;</c></summary>
[HtmlTargetElement("krds-badge")]
public sealed class BadgeTagHelper : KrdsTagHelper
{
    public string Tone { get; set; } = "gray";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tone = OneOf("tone", Tone, "success", "information", "warning", "danger", "secondary", "gray", "primary");
        Render(output, BadgeMarkup.Render(new(tone, await output.GetChildContentAsync(), PassedAttributes.Read(output))));
    }
}
