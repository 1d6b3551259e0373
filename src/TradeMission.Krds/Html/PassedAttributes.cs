using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TradeMission.Krds.Html;

/// <summary>The attributes that a page wrote on a tag helper and that no property of it took, as plain text.</summary>
internal static class PassedAttributes
{
    public static Dictionary<string, string> Read(TagHelperOutput output)
    {
        var passed = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in output.Attributes)
            passed[attribute.Name] = Plain(attribute.Value);

        return passed;
    }

    /// <summary>Razor hands literal values over encoded; they are decoded here because writing them encodes again.</summary>
    private static string Plain(object? value)
    {
        if (value is not IHtmlContent html)
            return value?.ToString() ?? "";

        using var writer = new StringWriter();
        html.WriteTo(writer, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(writer.ToString());
    }
}
