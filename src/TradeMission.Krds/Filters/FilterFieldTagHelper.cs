using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Filters;

/// <summary>What the two kinds of filter share: a name in the query string, and the value that stands there unless the page gives another.</summary>
public abstract class FilterFieldTagHelper : KrdsTagHelper
{
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Value { get; set; }

    private protected FilterOptions Read(TagHelperOutput output, string type)
    {
        var attributes = PassedAttributes.Read(output);
        // The list has its own sections and ids; a filter keeps out of their way.
        var id = attributes.TryGetValue("id", out var given) ? given : $"filter-{TagBuilder.CreateSanitizedId(Name, "_")}";
        return new(id, Name, Label, type, Value ?? ViewContext.HttpContext.Request.Query[Name].ToString()) { Attributes = attributes };
    }
}
