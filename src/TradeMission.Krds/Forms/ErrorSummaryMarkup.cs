using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Content;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Forms;

internal static class ErrorSummaryMarkup
{
    private const string Id = "error-summary";

    public static IHtmlContent? Render(ErrorSummaryOptions summary)
    {
        if (summary.Errors.Count == 0)
            return null;

        var list = Element.Create("ul", null);
        foreach (var error in summary.Errors)
        {
            list.Add(Element.Create("li", null, error.FieldId is { } id
                ? Element.Create("a", null, error.Text).With("href", $"#{id}")
                : error.Text));
        }

        return AlertMarkup.Render(new AlertOptions("danger", summary.Heading, 2, $"{Id}-heading", list)
        {
            // Focused on arrival: by the browser, or by krds.js where a fragment or an older browser keeps it from doing so.
            Attributes = new Dictionary<string, string>(summary.Attributes)
            {
                ["id"] = Id,
                ["role"] = "alert",
                ["tabindex"] = "-1",
                ["autofocus"] = "",
                ["data-focus"] = "",
            },
        });
    }
}
