using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TradeMission.Krds.Forms;

/// <summary><c>&lt;krds-checks asp-for="SisterCityIds" asp-items="…" /&gt;</c>: any number of values.</summary>
[HtmlTargetElement("krds-checks", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChecksTagHelper(FieldServices services) : FieldTagHelper(services)
{
    [HtmlAttributeName("asp-items")]
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The name of the group, where it is not the property's.</summary>
    public string? Legend { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Label ??= Legend;
        var chosen = ReadChosen(several: true);
        var choices = Items.Select(item => new Choice(item.Value ?? item.Text, item.Text, OptionsMarkup.IsChosen(item, chosen), item.Disabled));
        Render(output, ChoicesMarkup.Render(new(ReadField(output, marksOptional: false), "checkbox", "list", [.. choices])));
    }
}
