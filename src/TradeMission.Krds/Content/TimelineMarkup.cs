using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Content;

internal static class TimelineMarkup
{
    public static IHtmlContent Render(IHtmlContent events, IReadOnlyDictionary<string, string> attributes) =>
        Element.Create("ol", "timeline", events).With(attributes);

    public static IHtmlContent Render(EventOptions happened) =>
        Element.Create("li", null, Element.Create("time", null, happened.When).With("datetime", happened.At), happened.Content)
            .With(happened.Attributes);
}
