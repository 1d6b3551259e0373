using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TradeMission.Krds.Html;

/// <summary>A tag helper that reads what the page says and hands it to a generator, whose HTML takes the place of the element.</summary>
public abstract class KrdsTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected static void Render(TagHelperOutput output, IHtmlContent? html)
    {
        if (html is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    /// <summary>An address below the site's root ("~/missions") with the path that the site stands under.</summary>
    private protected string? Address(string? href) =>
        href is ['~', '/', ..] ? ViewContext.HttpContext.Request.PathBase.ToUriComponent() + href[1..] : href;

    /// <summary>A misspelt variant is a defect of the page: say so instead of drawing something else.</summary>
    private protected static string OneOf(string attribute, string value, params ReadOnlySpan<string> allowed) =>
        allowed.Contains(value)
            ? value
            : throw new ArgumentException($"{attribute}=\"{value}\" is not known; it is one of {string.Join(", ", allowed)}.", attribute);
}
