using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Content;

/// <summary>
/// <c>&lt;krds-alert tone="warning" heading="…"&gt;…&lt;/krds-alert&gt;</c>: a notice that stands in the page;
/// with <c>role="alert"</c> or <c>"status"</c> it is read out.
/// </summary>
[HtmlTargetElement("krds-alert")]
public sealed class AlertTagHelper : KrdsTagHelper
{
    public string Tone { get; set; } = "warning";

    public string? Heading { get; set; }

    /// <summary>Of the heading, 2 to 4.</summary>
    public int Level { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tone = OneOf("tone", Tone, "warning", "danger", "information", "success");
        var attributes = PassedAttributes.Read(output);
        // Only something with a role can be named.
        var headingId = Heading is not null && attributes.ContainsKey("role") ? PageIds.Next(ViewContext.HttpContext) : null;
        Render(output, AlertMarkup.Render(new(tone, Heading, Level, headingId, await output.GetChildContentAsync()) { Attributes = attributes }));
    }
}
