using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TradeMission.Krds.Forms;

/// <summary><c>&lt;krds-radios asp-for="Assessment" asp-items="…" look="choices" icons="x,minus,talk,check" /&gt;</c>: one of a few values.</summary>
[HtmlTargetElement("krds-radios", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosTagHelper(FieldServices services) : FieldTagHelper(services)
{
    [HtmlAttributeName("asp-items")]
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>"list", "segmented" (one bar) or "choices" (large buttons).</summary>
    public string Look { get; set; } = "list";

    /// <summary>The name of the group, where it is not the property's.</summary>
    public string? Legend { get; set; }

    /// <summary>Names of icons for the choices in their order, with commas between.</summary>
    public string? Icons { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Label ??= Legend;
        var look = OneOf("look", Look, "list", "segmented", "choices");
        var chosen = ReadChosen(several: false);
        var icons = Icons?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var choices = Items.Select((item, i) => new Choice(
            item.Value ?? item.Text,
            item.Text,
            OptionsMarkup.IsChosen(item, chosen),
            item.Disabled,
            icons.ElementAtOrDefault(i)));
        Render(output, ChoicesMarkup.Render(new(ReadField(output, marksOptional: true), "radio", look, [.. choices])));
    }
}
