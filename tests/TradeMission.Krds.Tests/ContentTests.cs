using TradeMission.Krds.Content;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class ContentTests
{
    [Theory]
    [InlineData("success")]
    [InlineData("information")]
    [InlineData("warning")]
    [InlineData("danger")]
    [InlineData("secondary")]
    [InlineData("gray")]
    [InlineData("primary")]
    public void Badge_LooksLikeTheDesignSystems(string tone)
    {
        var badge = new Page().Render<BadgeTagHelper>(b => b.Tone = tone, "진행");

        Likeness.AssertLike(KrdsPackage.Example("badge").QuerySelector($".bg-light-{tone}")!, badge);
        Assert.Equal("진행", badge.TextContent);
    }

    [Fact]
    public void Badge_OfAnUnknownTone_IsADefect() => Assert.Throws<ArgumentException>(() => new Page().Render<BadgeTagHelper>(b => b.Tone = "red"));

    [Theory]
    [InlineData("warning", "alert")]
    [InlineData("danger", "alert bad-box")]
    [InlineData("information", "alert info-box")]
    [InlineData("success", "alert good-box")]
    public void Alert_HasItsTone(string tone, string css)
    {
        var alert = new Page().Render<AlertTagHelper>(a => (a.Tone, a.Heading) = (tone, "<b>합계</b>"), "<p>다릅니다</p>");

        Assert.Equal(css, alert.ClassName);
        Assert.Equal(["svg", "div"], alert.Children.Select(child => child.LocalName));
        Assert.Equal("<b>합계</b>", alert.QuerySelector("div > h2")!.TextContent);
        Assert.Equal("다릅니다", alert.QuerySelector("div > p")!.TextContent);
    }

    [Fact]
    public void Alert_WithARole_IsNamedByItsHeading()
    {
        var alert = new Page().Render<AlertTagHelper>(a => a.Heading = "저장했습니다", "", ("role", "status"));

        Assert.Equal("저장했습니다", alert.QuerySelector($"#{alert.GetAttribute("aria-labelledby")}")!.TextContent);
    }

    [Fact]
    public void Alert_WithoutARole_IsNotNamed() =>
        Assert.Null(new Page().Render<AlertTagHelper>(a => a.Heading = "알림").GetAttribute("aria-labelledby"));

    [Fact]
    public void Icon_BesideWords_IsSilent()
    {
        var icon = new Page().Render<IconTagHelper>(i => i.Name = "warn");

        Assert.Equal(("ico", "true", "false"), (icon.ClassName, icon.GetAttribute("aria-hidden"), icon.GetAttribute("focusable")));
        Assert.Equal("#i-warn", icon.QuerySelector("use")!.GetAttribute("href"));
    }

    [Fact]
    public void Icon_WithALabel_SpeaksForItself()
    {
        var icon = new Page().Render<IconTagHelper>(i => (i.Name, i.Label) = ("tier-2", "증빙 확인"), "", ("class", "mark"));

        Assert.Equal(("mark", "img", "증빙 확인"), (icon.ClassName, icon.GetAttribute("role"), icon.GetAttribute("aria-label")));
        Assert.Null(icon.GetAttribute("aria-hidden"));
        Assert.Equal("#tier-2", icon.QuerySelector("use")!.GetAttribute("href"));
    }

    [Fact]
    public void Sprite_HoldsEveryDrawingOnce()
    {
        var sprite = new Page().Render<SpriteTagHelper>(_ => { });

        var ids = sprite.QuerySelectorAll("symbol").Select(symbol => symbol.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        string[] needed =
        [
            .. Enumerable.Range(0, 7).Select(level => $"stage-{level}"),
            .. Enumerable.Range(0, 4).Select(tier => $"tier-{tier}"),
            .. "plus check warn x minus talk left file device info".Split(' ').Select(name => $"i-{name}"),
        ];
        Assert.Subset(ids.ToHashSet(), needed.ToHashSet());
        Assert.Equal("true", sprite.GetAttribute("aria-hidden"));
    }

    [Fact]
    public void Sprite_FillsAsManyBarsAsTheStageIsHigh()
    {
        var sprite = new Page().Render<SpriteTagHelper>(_ => { });

        Assert.All(Enumerable.Range(0, 7), level =>
            Assert.Equal((level, 6 - level), (
                sprite.QuerySelectorAll($"#stage-{level} rect[fill=currentColor]").Length,
                sprite.QuerySelectorAll($"#stage-{level} rect[fill=none]").Length)));
        var last = sprite.QuerySelectorAll("#stage-6 rect")[^1];
        Assert.Equal(("29.0", "1.0", "4.4", "11.0"), (Attribute("x"), Attribute("y"), Attribute("width"), Attribute("height")));

        string? Attribute(string name) => last.GetAttribute(name);
    }

    [Fact]
    public void Timeline_HoldsEventsWithTheirTimes()
    {
        var page = new Page();
        var happened = page.RenderText<EventTagHelper>(
            e => (e.At, e.When) = ("2026-11-02T10:12", "2026. 11. 2.(월) 10:12 · <김담당>"),
            "선적·통관 <b>7.1만불</b>");

        var timeline = page.Render<TimelineTagHelper>(_ => { }, happened);

        Assert.Equal(("ol", "timeline"), (timeline.LocalName, timeline.ClassName));
        var time = timeline.QuerySelector("li > time")!;
        Assert.Equal(("2026-11-02T10:12", "2026. 11. 2.(월) 10:12 · <김담당>"), (time.GetAttribute("datetime"), time.TextContent));
        Assert.Equal("7.1만불", timeline.QuerySelector("li > b")!.TextContent);
    }
}
