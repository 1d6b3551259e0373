using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Navigation;

/// <summary><c>&lt;krds-breadcrumb&gt;</c> begins with the home page by itself and holds the <c>&lt;krds-crumb&gt;</c>s after it.</summary>
[HtmlTargetElement("krds-breadcrumb")]
public sealed class BreadcrumbTagHelper(IOptions<KrdsTexts> texts) : KrdsTagHelper
{
    public string Home { get; set; } = "~/";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Render(output, BreadcrumbMarkup.Render(new BreadcrumbOptions(
            texts.Value[KrdsText.Breadcrumb],
            texts.Value[KrdsText.Home],
            Address(Home)!,
            await output.GetChildContentAsync())
        {
            Attributes = PassedAttributes.Read(output),
        }));
}
