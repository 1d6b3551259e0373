using System.Globalization;
using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Forms;

internal static class InputMarkup
{
    public static IHtmlContent Render(InputOptions input)
    {
        var css = input.Type == "file" ? "file" : $"krds-input {input.Size}";
        var control = Element.Void("input", input.IsNumber ? $"{css} num" : css)
            .With("type", input.Type)
            .With("value", input.Value)
            .With("inputmode", input.InputMode)
            .With("maxlength", input.MaxLength?.ToString(CultureInfo.InvariantCulture))
            .Describe(input.Field)
            .With(input.Field.Attributes);
        return FieldMarkup.Render(input.Field, control);
    }
}
