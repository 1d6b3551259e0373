using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TradeMission.Krds.Filters;

/// <summary><c>&lt;krds-filter name="q" label="찾기" /&gt;</c></summary>
[HtmlTargetElement("krds-filter", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FilterTagHelper : FilterFieldTagHelper
{
    public string Type { get; set; } = "search";

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Render(output, FiltersMarkup.Render(Read(output, Type)));
}
