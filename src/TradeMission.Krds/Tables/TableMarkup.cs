using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Tables;

/// <summary>The design system hides every <c>caption</c>, so a visible one is a <c>figcaption</c> that names the table.</summary>
internal static class TableMarkup
{
    public static IHtmlContent Render(TableOptions table)
    {
        var wrap = Wrap(table);
        return table.Caption is null && table.Unit is null
            ? wrap
            : Element.Create("figure", "fig-table", Caption(table), wrap).Class(table.FigureClass);
    }

    private static TagBuilder Wrap(TableOptions table)
    {
        var element = Element.Create("table", table.Cards ? "tbl data cards" : "tbl data", table.Content);
        var wrap = Element.Create("div", table.Scroll ? "krds-table-wrap scroll" : "krds-table-wrap", Named(element, table).With(table.Attributes));
        // What scrolls must be reachable with the keyboard.
        return table.Scroll ? Named(wrap.With("tabindex", "0").With("role", "region"), table) : wrap;
    }

    private static TagBuilder Named(TagBuilder element, TableOptions table) =>
        table.Name is { } name
            ? element.With("aria-label", name)
            : element.With("aria-labelledby", table.Unit is null ? table.Id : $"{table.Id} {UnitId(table)}");

    private static TagBuilder Caption(TableOptions table) =>
        Element.Create(
            "figcaption",
            null,
            table.Caption is { } caption ? Element.Create("b", null, caption).With("id", table.Id) : Element.Create("b", null),
            table.Unit is { } unit ? Element.Create("span", null, unit).With("id", UnitId(table)) : null);

    private static string UnitId(TableOptions table) => $"{table.Id}-unit";
}
