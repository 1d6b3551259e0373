using System.Net;
using AngleSharp.Html.Dom;

namespace TradeMission.Web.Tests;

/// <summary>What a visitor has before them.</summary>
/// <param name="Status">Of the last answer, after redirects.</param>
/// <param name="Address">After redirects.</param>
/// <param name="Document">To look at with selectors.</param>
/// <param name="Source">As it was sent.</param>
public sealed record Page(HttpStatusCode Status, Uri Address, IHtmlDocument Document, string Source)
{
    /// <summary>What main (or, without one, the body) says, white space folded.</summary>
    public string Text => string.Join(' ', ((Document.QuerySelector("main") ?? Document.Body)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The texts of the elements, white space folded.</summary>
    public IReadOnlyList<string> Texts(string selector) =>
        [.. Document.QuerySelectorAll(selector).Select(element => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>The one field that the selector finds.</summary>
    public IHtmlInputElement Field(string selector) =>
        Document.QuerySelector(selector) as IHtmlInputElement ?? throw new InvalidOperationException($"{Status} {Address} has no field {selector}: {Text}");

    /// <summary>The form that the selector finds, or the only one in main that posts.</summary>
    public IHtmlFormElement Form(string? selector = null)
    {
        var forms = Document.QuerySelectorAll(selector ?? "main form[method=post i]").OfType<IHtmlFormElement>().ToList();
        return forms.Count == 1
            ? forms[0]
            : throw new InvalidOperationException($"{Status} {Address} has {forms.Count} forms {selector}: {string.Join(", ", forms.Select(form => form.Action))} {(forms.Count == 0 ? Text : "")}");
    }
}
