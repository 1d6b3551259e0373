using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Tables;

/// <summary>
/// <c>&lt;th krds-sort="value" krds-sort-default="-date"&gt;</c>: a column head that sorts. The query string says <c>sort=value</c>
/// (ascending) or <c>sort=-value</c>; <c>krds-sort="-value"</c> begins with the highest. The default is the order without <c>sort</c>.
/// </summary>
[HtmlTargetElement("th", Attributes = "krds-sort")]
public sealed class SortTagHelper : KrdsTagHelper
{
    private const string Parameter = "sort";

    [HtmlAttributeName("krds-sort")]
    public string Sort { get; set; } = "";

    [HtmlAttributeName("krds-sort-default")]
    public string? Default { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var sort = Read();
        if (sort.Direction is not null)
            output.Attributes.SetAttribute("aria-sort", sort.Direction);

        if (!output.Attributes.ContainsName("scope"))
            output.Attributes.SetAttribute("scope", "col");

        output.Content.SetHtmlContent(SortMarkup.Link(sort, await output.GetChildContentAsync()));
    }

    private SortOptions Read()
    {
        var request = ViewContext.HttpContext.Request;
        var current = request.Query[Parameter].ToString() is { Length: > 0 } asked ? asked : Default;
        var column = Sort.TrimStart('-');
        var (direction, next) = current switch
        {
            _ when current == column => ("ascending", $"-{column}"),
            _ when current == $"-{column}" => ("descending", column),
            _ => (null, Sort),
        };
        // Another order makes the place in the list meaningless.
        return new(direction, QueryLink.With(request, Parameter, next, "page", "after"));
    }
}
