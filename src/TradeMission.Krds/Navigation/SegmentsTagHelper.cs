using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Navigation;

/// <summary>
/// <c>&lt;krds-segments label="금액 단위" param="unit" asp-items="…" /&gt;</c>: one of a few values of the query string, the rest of
/// which stays.
/// </summary>
[HtmlTargetElement("krds-segments", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SegmentsTagHelper : KrdsTagHelper
{
    public string Label { get; set; } = "";

    public string Param { get; set; } = "";

    [HtmlAttributeName("asp-items")]
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var segments = Items.Select(item => new SegmentLink(item.Text, QueryLink.With(request, Param, item.Value), item.Selected));
        Render(output, SegmentsMarkup.Render(new(Label, [.. segments], PassedAttributes.Read(output))));
    }
}
