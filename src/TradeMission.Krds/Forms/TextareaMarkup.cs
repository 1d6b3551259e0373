using System.Globalization;
using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Forms;

internal static class TextareaMarkup
{
    public static IHtmlContent Render(TextareaOptions textarea)
    {
        // A browser drops the first line break; without this one it would be the writer's.
        var control = Element.Create("textarea", "krds-input short", $"\n{textarea.Value}")
            .With("rows", textarea.Rows.ToString(CultureInfo.InvariantCulture))
            .With("maxlength", textarea.MaxLength?.ToString(CultureInfo.InvariantCulture))
            .Describe(textarea.Field)
            .With(textarea.Field.Attributes);
        return FieldMarkup.Render(textarea.Field, control);
    }
}
