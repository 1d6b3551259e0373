using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Forms;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Filters;

internal static class FiltersMarkup
{
    public static IHtmlContent Render(FiltersOptions filters)
    {
        var form = Element.Create("form", "filters", filters.Fields)
            .With("role", "search")
            .With("method", "get")
            .With("aria-label", filters.Label)
            .With("action", filters.Action)
            .With(filters.Attributes);
        foreach (var (name, value) in filters.Kept)
            form.Add(Element.Void("input", null).With("type", "hidden").With("name", name).With("value", value));

        return form
            .Add(Element.Create("button", "krds-btn small primary", filters.Find).With("type", "submit"))
            .Add(Element.Create("a", "krds-btn small tertiary", filters.Reset).With("href", filters.Action ?? "?"));
    }

    public static IHtmlContent Render(FilterOptions filter)
    {
        var input = Element.Void("input", "krds-input small")
            .With("type", filter.Type)
            .With("id", filter.Id)
            .With("name", filter.Name)
            .With("value", filter.Value)
            .With(filter.Attributes);
        return Group(filter, filter.Type == "search" ? "form-group q" : "form-group", input);
    }

    public static IHtmlContent RenderSelect(FilterOptions filter, IEnumerable<SelectListItem> items, string? empty)
    {
        var select = Element.Create("select", "krds-form-select small")
            .Class(string.IsNullOrEmpty(filter.Value) ? null : "completed")
            .With("id", filter.Id)
            .With("name", filter.Name)
            .With(filter.Attributes);
        return Group(filter, "form-group", OptionsMarkup.Fill(select, items, filter.Value is { Length: > 0 } value ? [value] : [], empty));
    }

    private static TagBuilder Group(FilterOptions filter, string css, TagBuilder control) =>
        Element.Create("div", css, Element.Create("div", "form-tit", Element.Create("label", null, filter.Label).With("for", filter.Id)), control);
}
