using AngleSharp.Dom;
using TradeMission.Krds.Forms;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class TextareaTests
{
    private static IElement Purpose(Page page) => page.Render<TextareaTagHelper>(t => (t.For, t.Rows) = (page.Expression(form => form.Purpose), 5));

    /// <summary>Without the counter of characters, and the wrap that exists for it: it needs JavaScript and counts aloud.</summary>
    [Fact]
    public void Textarea_LooksLikeTheDesignSystems()
    {
        var example = KrdsPackage.Example("textarea").QuerySelector(".form-group")!;
        var ours = Purpose(new());

        Likeness.AssertLike(example, ours, except: ".textarea-wrap");
        Likeness.AssertLike(example.QuerySelector("textarea")!, ours.QuerySelector(".form-conts > textarea")!);
    }

    [Fact]
    public void Textarea_KeepsWhatWasTyped_LineBreaksAndAll()
    {
        const string typed = "\r\n<script>1</script>\n</textarea><b>";

        var page = new Page(new() { Purpose = "stored" }).Sent("Purpose", typed);

        var html = page.RenderText<TextareaTagHelper>(t => t.For = page.Expression(form => form.Purpose));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(typed, Page.Parse(html).QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public void Textarea_TakesRowsAndItsLimit()
    {
        var textarea = Purpose(new()).QuerySelector("textarea")!;

        Assert.Equal(("5", "2000"), (textarea.GetAttribute("rows"), textarea.GetAttribute("maxlength")));
    }

    [Fact]
    public void Textarea_WithError_IsInvalidAndDescribed()
    {
        var field = Purpose(new Page().Wrong("Purpose", "너무 깁니다"));

        var textarea = field.QuerySelector(".is-error > textarea")!;
        Assert.Equal("true", textarea.GetAttribute("aria-invalid"));
        Assert.Equal("너무 깁니다", field.QuerySelector($"#{textarea.GetAttribute("aria-describedby")}")!.TextContent);
    }

    [Fact]
    public void Textarea_WithoutError_IsNotInvalid() => Assert.Null(Purpose(new()).QuerySelector("[aria-invalid], .is-error"));
}
