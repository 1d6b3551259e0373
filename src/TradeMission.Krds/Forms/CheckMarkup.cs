using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Forms;

internal static class CheckMarkup
{
    public static IHtmlContent Render(CheckOptions check)
    {
        // Either answer of a yes or no is an answer: it is never required.
        var control = Element.Void("input", null)
            .With("type", "checkbox")
            .With("value", "true")
            .When(check.Checked, "checked")
            .Describe(check.Field with { Required = false })
            .With(check.Field.Attributes);
        // A browser sends nothing for an empty checkbox; this says that it was there and empty.
        var empty = Element.Void("input", null).With("type", "hidden").With("name", check.Field.Name).With("value", "false");
        return FieldMarkup.RenderBare(check.Field, Element.Create("div", "krds-form-check large", control, Label(check.Field), empty));
    }

    private static TagBuilder Label(FieldOptions field) => Element.Create("label", null, field.Label).With("for", field.Id);
}
