using TradeMission.Krds.Filters;
using TradeMission.Krds.Forms;
using TradeMission.Krds.Navigation;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class TextsTests
{
    [Fact]
    public void Texts_OfTheSite_ReplaceOurs()
    {
        var page = new Page(texts: o => o.Text = (key, args) => $"[{key}|{string.Join(',', args)}]").Wrong("Title", "wrong");

        Assert.Equal("[Krds.ErrorSummary|1]", page.Render<ErrorSummaryTagHelper>(_ => { }).QuerySelector("h2")!.TextContent);
        var optional = page.Render<InputTagHelper>(i => i.For = page.Expression(form => form.EnglishTitle));
        Assert.Equal("[Krds.Optional|]", optional.QuerySelector("small")!.TextContent);
        Assert.Equal("[Krds.Find|]", page.Render<FiltersTagHelper>(_ => { }).QuerySelector("button")!.TextContent);
        Assert.Equal("[Krds.Next|]", page.Render<PaginationTagHelper>(p => p.Next = "?page=2").QuerySelector("a")!.TextContent);
        Assert.Equal("[Krds.Home|]", page.Render<BreadcrumbTagHelper>(_ => { }).QuerySelector("a")!.TextContent);
    }

    [Fact]
    public void Texts_OfOurOwn_HaveEveryKey() =>
        Assert.All(KrdsText.All, key => Assert.NotEmpty(new KrdsTexts().Text(key, [1])));

    [Fact]
    public void Texts_EveryKeyIsListed()
    {
        var constants = typeof(KrdsText).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(constants.Order(), KrdsText.All.Order());
    }
}
