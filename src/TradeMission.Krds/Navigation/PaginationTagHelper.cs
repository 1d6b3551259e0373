using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Navigation;

/// <summary><c>&lt;krds-pagination previous="?page=2" current="3쪽" next="?page=4" /&gt;</c>; nothing when the list has one page only.</summary>
[HtmlTargetElement("krds-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper(IOptions<KrdsTexts> texts) : KrdsTagHelper
{
    public string? Previous { get; set; }

    public string? Next { get; set; }

    /// <summary>Words for the page shown: "3쪽", "41–60".</summary>
    public string? Current { get; set; }

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Render(output, PaginationMarkup.Render(new(
            Label ?? texts.Value[KrdsText.Pagination],
            Link(Previous, KrdsText.Previous),
            Current,
            Link(Next, KrdsText.Next))
        {
            Attributes = PassedAttributes.Read(output),
        }));

    private PageLink? Link(string? href, string text) => string.IsNullOrEmpty(href) ? null : new(Address(href)!, texts.Value[text]);
}
