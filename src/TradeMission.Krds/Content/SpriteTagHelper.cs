using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Content;

/// <summary><c>&lt;krds-sprite /&gt;</c>: once per page, before the first icon.</summary>
[HtmlTargetElement("krds-sprite", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SpriteTagHelper : KrdsTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Render(output, Sprite.Html);
}
