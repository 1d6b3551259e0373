using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Navigation;

/// <summary><c>&lt;krds-crumb href="~/missions"&gt;시장개척단&lt;/krds-crumb&gt;</c>; without an address it is the page one is on.</summary>
[HtmlTargetElement("krds-crumb")]
public sealed class CrumbTagHelper : KrdsTagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Render(output, BreadcrumbMarkup.Render(new CrumbOptions(Address(Href), await output.GetChildContentAsync(), PassedAttributes.Read(output))));
}
