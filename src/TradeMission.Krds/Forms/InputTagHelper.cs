using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TradeMission.Krds.Forms;

/// <summary>
/// <c>&lt;krds-input asp-for="Budget" suffix="원" /&gt;</c>: the whole field, from its label to its error. Attributes that are not its
/// own go to the control.
/// </summary>
[HtmlTargetElement("krds-input", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class InputTagHelper(FieldServices services) : FieldTagHelper(services)
{
    private static readonly string[] Lengthless = ["date", "time", "month", "datetime-local", "number", "file"];

    /// <summary>Follows from the property when the page does not say.</summary>
    public string? Type { get; set; }

    public string Size { get; set; } = "medium";

    /// <summary>The unit of the value. It stands in the label, where it is also heard.</summary>
    public string? Suffix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var kind = InputKind.Of(For.Metadata);
        var type = Type ?? kind.Type;
        var field = ReadField(output, marksOptional: true);
        Render(output, InputMarkup.Render(new(
            Suffix is null ? field : field with { Label = $"{field.Label} ({Suffix})" },
            type,
            OneOf("size", Size, "small", "medium", "large"),
            FieldValue.Read(Sent, For.Model, type))
        {
            InputMode = type == "text" ? kind.InputMode : null,
            MaxLength = Lengthless.Contains(type) ? null : ReadMaxLength(),
            IsNumber = kind.IsNumber,
        }));
    }
}
