using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Filters;

/// <summary><c>&lt;krds-filters label="시장개척단 찾기"&gt;</c> around <c>&lt;krds-filter&gt;</c>s: a search form whose buttons it brings along.</summary>
[HtmlTargetElement("krds-filters")]
public sealed class FiltersTagHelper(IOptions<KrdsTexts> texts) : KrdsTagHelper
{
    public string Label { get; set; } = "";

    public string? Action { get; set; }

    /// <summary>Names, with commas between, of values in the query string that a search keeps.</summary>
    public string Keep { get; set; } = "sort";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var query = ViewContext.HttpContext.Request.Query;
        var kept =
            from name in Keep.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            let value = query[name].ToString()
            where value.Length > 0
            select KeyValuePair.Create(name, value);
        var action = string.IsNullOrEmpty(Action) ? null : Address(Action);
        Render(output, FiltersMarkup.Render(new FiltersOptions(
            Label,
            action,
            texts.Value[KrdsText.Find],
            texts.Value[KrdsText.Reset],
            [.. kept],
            await output.GetChildContentAsync())
        {
            Attributes = PassedAttributes.Read(output),
        }));
    }
}
