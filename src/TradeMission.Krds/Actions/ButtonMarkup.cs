using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Content;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Actions;

internal static class ButtonMarkup
{
    public static IHtmlContent Render(ButtonOptions button)
    {
        var icon = button.Icon is { } name ? IconMarkup.Render(name) : null;
        var element = Element.Create(button.Href is null ? "button" : "a", $"krds-btn {button.Size} {button.Variant}", icon, button.Content);
        return (button.Href is null ? element.With("type", button.Type) : element.With("href", button.Href)).With(button.Attributes);
    }
}
