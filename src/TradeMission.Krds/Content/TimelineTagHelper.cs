using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Content;

/// <summary><c>&lt;krds-timeline&gt;</c> holds <c>&lt;krds-event&gt;</c>s, the newest first.</summary>
[HtmlTargetElement("krds-timeline")]
public sealed class TimelineTagHelper : KrdsTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Render(output, TimelineMarkup.Render(await output.GetChildContentAsync(), PassedAttributes.Read(output)));
}
