using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Navigation;

internal static class BreadcrumbMarkup
{
    public static IHtmlContent Render(BreadcrumbOptions breadcrumb)
    {
        var home = Element.Create("li", "home", Element.Create("a", "txt", breadcrumb.Home).With("href", breadcrumb.HomeHref));
        return Element.Create("nav", "krds-breadcrumb-wrap", Element.Create("ol", "breadcrumb", home, breadcrumb.Crumbs))
            .With("aria-label", breadcrumb.Label)
            .With(breadcrumb.Attributes);
    }

    public static IHtmlContent Render(CrumbOptions crumb)
    {
        var text = crumb.Href is null
            ? Element.Create("span", "txt", crumb.Content).With("aria-current", "page")
            : Element.Create("a", "txt", crumb.Content).With("href", crumb.Href);
        return Element.Create("li", null, text.With(crumb.Attributes));
    }
}
