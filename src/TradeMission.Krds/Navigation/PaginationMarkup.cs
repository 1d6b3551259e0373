using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Navigation;

/// <summary>The list may be read by cursor, so there are no page numbers to jump to: the page before, the one shown, the page after.</summary>
internal static class PaginationMarkup
{
    public static IHtmlContent? Render(PaginationOptions pages)
    {
        if (pages is { Previous: null, Next: null })
            return null;

        return Element.Create("nav", "krds-pagination", Navi(pages.Previous, "prev"), Current(pages.Current), Navi(pages.Next, "next"))
            .With("aria-label", pages.Label)
            .With(pages.Attributes);
    }

    /// <summary>The end of the list has no link; the design system's grey one cannot be read.</summary>
    private static TagBuilder? Navi(PageLink? link, string rel) =>
        link is null ? null : Element.Create("a", $"page-navi {rel}", link.Text).With("href", link.Href).With("rel", rel);

    private static TagBuilder? Current(string? text) =>
        text is null
            ? null
            : Element.Create("div", "page-links", Element.Create("span", "page-link active", text).With("aria-current", "page"));
}
