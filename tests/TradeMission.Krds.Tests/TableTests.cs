using AngleSharp.Dom;
using TradeMission.Krds.Tables;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class TableTests
{
    private const string Rows = "<thead><tr><th scope=\"col\">제목1</th></tr></thead><tbody><tr><th scope=\"row\">1</th><td>2</td></tr></tbody>";

    private static IElement Table(Action<TableTagHelper> configure, params (string Name, object? Value)[] attributes) =>
        new Page().Render(configure, Rows, attributes);

    /// <summary>Its caption is hidden, so ours stands outside the table; nothing in its stylesheet asks for "col".</summary>
    [Fact]
    public void Table_LooksLikeTheDesignSystems()
    {
        var example = KrdsPackage.Example("table").QuerySelector(".krds-table-wrap")!;
        example.QuerySelector("table")!.ClassList.Remove("col");

        Likeness.AssertLike(example, Table(t => t.Label = "상담"), except: "caption, colgroup");
        Assert.DoesNotContain(".tbl.col", KrdsPackage.Styles, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_WithACaption_IsNamedByWhatEverybodySees()
    {
        var figure = Table(t => (t.Caption, t.Unit) = ("발표 실적과 기록", "(단위: 만불)"));

        Assert.Equal(("figure", "fig-table"), (figure.LocalName, figure.ClassName));
        var names = figure.QuerySelector("div.krds-table-wrap > table")!.GetAttribute("aria-labelledby")!.Split(' ');
        Assert.Equal(["발표 실적과 기록", "(단위: 만불)"], names.Select(id => figure.QuerySelector($"figcaption > #{id}")!.TextContent));
    }

    [Fact]
    public void Table_WithALabel_IsNamedByItAndItsUnit()
    {
        var wrap = Table(t => t.Label = "수출상담");

        Assert.Equal("krds-table-wrap", wrap.ClassName);
        Assert.Equal("수출상담", wrap.QuerySelector("table")!.GetAttribute("aria-label"));
        Assert.Equal("수출상담 (단위: 만불)", Table(t => (t.Label, t.Unit) = ("수출상담", "(단위: 만불)")).QuerySelector("table")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void Table_WithoutAName_IsADefect()
    {
        Assert.Throws<InvalidOperationException>(() => Table(_ => { }));
        Assert.Equal("cf-h", Table(_ => { }, ("aria-labelledby", "cf-h")).QuerySelector("table")!.GetAttribute("aria-labelledby"));
    }

    [Fact]
    public void Tables_OfOnePage_HaveCaptionsOfTheirOwn()
    {
        var page = new Page();

        string? CaptionId() => page.Render<TableTagHelper>(t => t.Caption = "표", Rows).QuerySelector("figcaption > b")!.Id;

        Assert.NotEqual(CaptionId(), CaptionId());
    }

    [Fact]
    public void Table_OfCards_SaysSo()
    {
        Assert.Equal("tbl data cards flow", Table(t => (t.Label, t.Cards) = ("상담", true), ("class", "flow")).QuerySelector("table")!.ClassName);
        Assert.Equal("tbl data", Table(t => t.Label = "상담").QuerySelector("table")!.ClassName);
    }

    [Fact]
    public void Table_ThatScrolls_CanBeReachedWithTheKeyboard()
    {
        var wrap = Table(t => (t.Label, t.Scroll) = ("상담", true));

        Assert.Equal(("0", "region", "상담"), (wrap.GetAttribute("tabindex"), wrap.GetAttribute("role"), wrap.GetAttribute("aria-label")));
        Assert.Null(Table(t => t.Label = "상담").GetAttribute("tabindex"));
    }

    [Fact]
    public void Table_EncodesItsCaption()
    {
        var html = new Page().RenderText<TableTagHelper>(t => (t.Caption, t.Unit, t.Label) = ("<script>1", "<script>2", "\"><script>3"), Rows);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }
}
