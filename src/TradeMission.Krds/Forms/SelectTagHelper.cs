using System.Collections;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TradeMission.Krds.Forms;

/// <summary><c>&lt;krds-select asp-for="Currency" asp-items="…" empty="고르십시오" /&gt;</c></summary>
[HtmlTargetElement("krds-select", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper(FieldServices services) : FieldTagHelper(services)
{
    [HtmlAttributeName("asp-items")]
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public string? Empty { get; set; }

    public string Size { get; set; } = "medium";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var several = For.ModelExplorer.ModelType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(For.ModelExplorer.ModelType);
        var field = ReadField(output, marksOptional: true);
        if (several)
            field = field with { Attributes = new Dictionary<string, string>(field.Attributes) { ["multiple"] = "" } };

        Render(output, SelectMarkup.Render(new(
            field,
            OneOf("size", Size, "small", "medium", "large"),
            [.. Items],
            ReadChosen(several),
            Empty)));
    }
}
