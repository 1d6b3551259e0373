using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Filters;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class FiltersTests
{
    private static readonly SelectListItem[] Statuses = [new("진행", "running"), new("종료", "closed")];

    private static IElement Status(Page page, params SelectListItem[] items) =>
        page.Render<FilterSelectTagHelper>(f => (f.Name, f.Label, f.Items, f.Empty) = ("status", "상태", items, "모든 상태"));

    private static IEnumerable<string> Chosen(IElement filter) =>
        filter.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")!);

    [Fact]
    public void Filters_AreASearchWithItsButtons()
    {
        var form = new Page().Render<FiltersTagHelper>(f => f.Label = "시장개척단 찾기", "<p>fields</p>");

        Assert.True(form.Matches("form[role=search][method=get][aria-label='시장개척단 찾기']"));
        Assert.Null(form.GetAttribute("action"));
        Assert.Equal(("찾기", "submit"), (form.QuerySelector("button")!.TextContent, form.QuerySelector("button")!.GetAttribute("type")));
        Assert.Equal(("초기화", "?"), (form.QuerySelector("a")!.TextContent, form.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal("fields", form.FirstElementChild!.TextContent);
    }

    [Fact]
    public void Filters_KeepTheOrderAndWhatThePageNames()
    {
        var form = new Page(query: "?sort=-value&unit=%22usd&page=3&q=old")
            .Render<FiltersTagHelper>(f => (f.Label, f.Keep) = ("찾기", "sort, unit, year"));

        Assert.Equal(
            [("sort", "-value"), ("unit", "\"usd")],
            form.QuerySelectorAll("input[type=hidden]").Select(input => (input.GetAttribute("name"), input.GetAttribute("value"))));
    }

    [Fact]
    public void Filters_WithAnAddress_SendAndResetThere()
    {
        var form = new Page().Render<FiltersTagHelper>(f => (f.Label, f.Action) = ("찾기", "~/missions"));

        Assert.Equal(("/missions", "/missions"), (form.GetAttribute("action"), form.QuerySelector("a")!.GetAttribute("href")));
    }

    [Fact]
    public void Filter_ShowsWhatWasSearched()
    {
        var filter = new Page(query: "?q=%3Cscript%3E%22").Render<FilterTagHelper>(f => (f.Name, f.Label) = ("q", "찾기"));

        var input = filter.QuerySelector("input.krds-input.small")!;
        Assert.Equal(("search", "q", "<script>\""), (input.GetAttribute("type"), input.GetAttribute("name"), input.GetAttribute("value")));
        Assert.Equal("찾기", filter.QuerySelector($".form-tit > label[for={input.Id}]")!.TextContent);
        Assert.Equal("form-group q", filter.ClassName);
    }

    [Fact]
    public void Filter_WithAValueOfThePage_ShowsThat()
    {
        var filter = new Page(query: "?from=x")
            .Render<FilterTagHelper>(f => (f.Name, f.Label, f.Type, f.Value) = ("from", "부터", "date", "2026-11-03"));

        Assert.Equal("2026-11-03", filter.QuerySelector("input[type=date]")!.GetAttribute("value"));
        Assert.Equal("form-group", filter.ClassName);
    }

    [Fact]
    public void FilterSelect_ShowsWhatWasSearched()
    {
        Assert.Equal(["closed"], Chosen(Status(new(query: "?status=closed"), Statuses)));
        Assert.Empty(Chosen(Status(new(), Statuses)));
    }

    [Fact]
    public void FilterSelect_WithAChoiceOfThePage_ShowsThat() =>
        Assert.Equal(["running"], Chosen(Status(new(query: "?status=closed"), new SelectListItem("진행", "running", selected: true), Statuses[1])));

    [Fact]
    public void FilterSelect_BeginsWithAll()
    {
        var filter = Status(new(), Statuses);

        var first = filter.QuerySelector("option")!;
        Assert.Equal(("", "모든 상태"), (first.GetAttribute("value"), first.TextContent));
        Assert.Equal("상태", filter.QuerySelector($"label[for={filter.QuerySelector("select")!.Id}]")!.TextContent);
    }
}
