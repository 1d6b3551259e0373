using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Content;

internal static class AlertMarkup
{
    public static IHtmlContent Render(AlertOptions alert)
    {
        var (css, icon) = alert.Tone switch
        {
            "danger" => ("alert bad-box", "warn"),
            "information" => ("alert info-box", "info"),
            "success" => ("alert good-box", "check"),
            _ => ("alert", "warn"),
        };
        return Element.Create("div", css, IconMarkup.Render(icon), Element.Create("div", null, Heading(alert), alert.Body))
            .With("aria-labelledby", alert.HeadingId)
            .With(alert.Attributes);
    }

    private static TagBuilder? Heading(AlertOptions alert) =>
        alert.Heading is { } heading
            ? Element.Create($"h{alert.Level}", alert.Tone == "danger" ? "bad" : null, heading).With("id", alert.HeadingId)
            : null;
}
