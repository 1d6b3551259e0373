using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Tables;

/// <summary><c>&lt;krds-table caption="발표 실적과 기록" unit="(단위: 만불)" cards="true"&gt;&lt;thead&gt;…&lt;/krds-table&gt;</c></summary>
[HtmlTargetElement("krds-table")]
public sealed class TableTagHelper : KrdsTagHelper
{
    /// <summary>Of the caption, for links and for a section that is named by it.</summary>
    public string? CaptionId { get; set; }

    public string? Label { get; set; }

    public string? Caption { get; set; }

    public string? Unit { get; set; }

    public bool Cards { get; set; }

    public bool Scroll { get; set; }

    public string? FigureClass { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var attributes = PassedAttributes.Read(output);
        if (Label is null && Caption is null && !attributes.ContainsKey("aria-labelledby"))
            throw new InvalidOperationException("<krds-table> needs a caption, a label or aria-labelledby: nobody finds a nameless table by ear.");

        var id = CaptionId ?? PageIds.Next(ViewContext.HttpContext);
        Render(output, TableMarkup.Render(new(id, Label, Caption, Unit, Cards, Scroll, FigureClass, await output.GetChildContentAsync())
        {
            Attributes = attributes,
        }));
    }
}
