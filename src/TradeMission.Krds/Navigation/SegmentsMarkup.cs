using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Navigation;

internal static class SegmentsMarkup
{
    public static IHtmlContent Render(SegmentsOptions options)
    {
        var nav = Element.Create("nav", "seg").With("aria-label", options.Label).With(options.Attributes);
        foreach (var segment in options.Segments)
            nav.Add(Element.Create("a", null, segment.Text).With("href", segment.Href).With("aria-current", segment.Selected ? "true" : null));

        return nav;
    }
}
