using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TradeMission.Krds.Filters;

/// <summary><c>&lt;krds-filter-select name="status" label="상태" asp-items="…" empty="모든 상태" /&gt;</c></summary>
[HtmlTargetElement("krds-filter-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FilterSelectTagHelper : FilterFieldTagHelper
{
    [HtmlAttributeName("asp-items")]
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The choice that filters nothing.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var items = Items as IReadOnlyList<SelectListItem> ?? [.. Items];
        Value ??= items.FirstOrDefault(item => item.Selected) is { } selected ? selected.Value ?? selected.Text : null;
        Render(output, FiltersMarkup.RenderSelect(Read(output, "select"), items, Empty));
    }
}
