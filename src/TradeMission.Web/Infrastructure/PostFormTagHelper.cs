using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TradeMission.Web.Infrastructure;

/// <summary>Every form that posts carries the antiforgery token, wherever it posts to; the framework's own helper leaves it out of a form with an address.</summary>
[HtmlTargetElement("form", Attributes = "[method='post']")]
public sealed class PostFormTagHelper(IAntiforgery antiforgery) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("asp-antiforgery");
        output.PostContent.AppendHtml(antiforgery.GetHtml(ViewContext.HttpContext));
    }
}
