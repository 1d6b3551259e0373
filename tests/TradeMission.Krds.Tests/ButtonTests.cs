using AngleSharp.Dom;
using TradeMission.Krds.Actions;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class ButtonTests
{
    private static IElement Button(Action<ButtonTagHelper> configure, params (string Name, object? Value)[] attributes) =>
        new Page().Render(configure, "저장", attributes);

    [Theory]
    [InlineData("primary")]
    [InlineData("secondary")]
    [InlineData("tertiary")]
    public void ButtonOfAVariant_LooksLikeTheDesignSystems(string variant) =>
        Likeness.AssertLike(
            KrdsPackage.Example("button_hierarchy").QuerySelector($".{variant}")!,
            Button(b => (b.Variant, b.Type) = (variant, "button")));

    [Theory]
    [InlineData("xsmall")]
    [InlineData("small")]
    [InlineData("medium")]
    [InlineData("large")]
    [InlineData("xlarge")]
    public void ButtonOfASize_LooksLikeTheDesignSystems(string size) =>
        Likeness.AssertLike(
            KrdsPackage.Example("button_size").QuerySelector($".{size}")!,
            Button(b => (b.Size, b.Type) = (size, "button")));

    [Fact]
    public void ButtonOfText_LooksLikeTheDesignSystems() =>
        Likeness.AssertLike(
            KrdsPackage.Example("button_text").QuerySelector(".krds-btn.small.text")!,
            Button(b => (b.Variant, b.Size, b.Type) = ("text", "small", "button")));

    [Fact]
    public void Button_SubmitsUnlessItSaysOtherwise()
    {
        Assert.Equal("submit", Button(_ => { }).GetAttribute("type"));
        Assert.Equal("button", Button(b => b.Type = "button").GetAttribute("type"));
    }

    [Fact]
    public void Button_WithAnAddress_IsALinkUnderTheSitesPath()
    {
        var page = new Page();
        page.Http.Request.PathBase = "/trade";

        var link = page.Render<ButtonTagHelper>(b => b.Href = "~/missions/new?a=1&b=2", "새 시장개척단");

        Assert.Equal("a", link.LocalName);
        Assert.Equal("/trade/missions/new?a=1&b=2", link.GetAttribute("href"));
        Assert.Null(link.GetAttribute("type"));
    }

    [Fact]
    public void Button_WithAnIcon_HidesItFromTheEar()
    {
        var icon = Button(b => b.Icon = "plus").QuerySelector("svg.ico")!;

        Assert.Equal("true", icon.GetAttribute("aria-hidden"));
        Assert.Equal("#i-plus", icon.QuerySelector("use")!.GetAttribute("href"));
    }

    [Fact]
    public void Button_PassesAttributesOfThePage()
    {
        var button = Button(_ => { }, ("name", "as"), ("value", "\"officer\""), ("class", "wide"), ("disabled", null));

        Assert.Equal(("as", "\"officer\""), (button.GetAttribute("name"), button.GetAttribute("value")));
        Assert.Equal(["krds-btn", "medium", "primary", "wide"], button.ClassList);
        Assert.True(button.HasAttribute("disabled"));
    }

    [Fact]
    public void Button_OfAnUnknownVariant_IsADefect() => Assert.Throws<ArgumentException>(() => Button(b => b.Variant = "danger"));
}
