using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Content;

internal static class BadgeMarkup
{
    /// <summary>Only the light variants: of the design system's badges they alone have enough contrast.</summary>
    public static IHtmlContent Render(BadgeOptions badge) =>
        Element.Create("span", $"krds-badge bg-light-{badge.Tone}", badge.Content).With(badge.Attributes);
}
