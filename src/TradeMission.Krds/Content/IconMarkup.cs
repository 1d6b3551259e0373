using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Content;

internal static class IconMarkup
{
    public static IHtmlContent Render(string name) => Render(new IconOptions(name));

    public static IHtmlContent Render(IconOptions icon)
    {
        var drawing = Sprite.StandsForItself(icon.Name);
        var svg = Element.Create("svg", drawing || icon.Attributes.ContainsKey("class") ? null : "ico")
            .With("focusable", "false")
            .With(icon.Attributes);
        if (icon.Label is { } label)
        {
            svg.With("role", "img").With("aria-label", label);
        }
        else
        {
            svg.With("aria-hidden", "true");
        }

        return svg.Add(Element.Create("use", null).With("href", drawing ? $"#{icon.Name}" : $"#i-{icon.Name}"));
    }
}
