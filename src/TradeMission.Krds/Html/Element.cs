using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace TradeMission.Krds.Html;

/// <summary>Short words for building elements; text is always encoded, content that is HTML already has a type that says so.</summary>
internal static class Element
{
    public static TagBuilder Create(string name, string? css, params ReadOnlySpan<object?> children)
    {
        var element = new TagBuilder(name);
        element.Class(css);
        foreach (var child in children)
            element.Add(child);

        return element;
    }

    public static TagBuilder Void(string name, string? css)
    {
        var element = Create(name, css);
        element.TagRenderMode = TagRenderMode.StartTag;
        return element;
    }

    public static TagBuilder Class(this TagBuilder element, string? css)
    {
        if (!string.IsNullOrWhiteSpace(css))
            element.Attributes["class"] = element.Attributes.TryGetValue("class", out var earlier) ? $"{earlier} {css}" : css;

        return element;
    }

    /// <summary>Sets the attribute, or leaves it out where there is no value.</summary>
    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null)
            element.Attributes[name] = value;

        return element;
    }

    /// <summary>Sets an attribute that is true by standing there.</summary>
    public static TagBuilder When(this TagBuilder element, bool condition, string name) => condition ? element.With(name, "") : element;

    /// <summary>What the page wrote on the tag helper comes last and wins; classes and descriptions are joined to ours.</summary>
    public static TagBuilder With(this TagBuilder element, IReadOnlyDictionary<string, string> passed)
    {
        foreach (var (name, value) in passed)
        {
            switch (name)
            {
                case "class":
                    element.Class(value);
                    break;
                case "aria-describedby" when element.Attributes.TryGetValue(name, out var ours):
                    element.Attributes[name] = $"{value} {ours}";
                    break;
                default:
                    element.Attributes[name] = value;
                    break;
            }
        }

        return element;
    }

    public static TagBuilder Add(this TagBuilder element, object? child)
    {
        switch (child)
        {
            case null:
                break;
            case IHtmlContent html:
                element.InnerHtml.AppendHtml(html);
                break;
            case string text:
                element.InnerHtml.Append(text);
                break;
            default:
                throw new ArgumentException($"An element holds text or HTML, not {child.GetType()}.", nameof(child));
        }

        return element;
    }
}
