using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Content;

/// <summary><c>&lt;krds-event at="2026-11-02T10:12" when="2026. 11. 2.(월) 10:12 · 김담당"&gt;…&lt;/krds-event&gt;</c></summary>
[HtmlTargetElement("krds-event")]
public sealed class EventTagHelper : KrdsTagHelper
{
    public string At { get; set; } = "";

    public string When { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Render(output, TimelineMarkup.Render(new EventOptions(At, When, await output.GetChildContentAsync(), PassedAttributes.Read(output))));
}
