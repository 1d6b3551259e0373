using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Navigation;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class NavigationTests
{
    private static IElement Breadcrumb(Page page, params (string? Href, string Text)[] crumbs) =>
        page.Render<BreadcrumbTagHelper>(
            _ => { },
            string.Concat(crumbs.Select(crumb => page.RenderText<CrumbTagHelper>(c => c.Href = crumb.Href, crumb.Text))));

    private static IElement Pages(string? previous, string? next) =>
        new Page().Render<PaginationTagHelper>(p => (p.Previous, p.Current, p.Next, p.Label) = (previous, "2쪽", next, "시장개척단 목록"));

    [Fact]
    public void Breadcrumb_LooksLikeTheDesignSystems()
    {
        var example = KrdsPackage.Example("breadcrumb").QuerySelector("nav")!;
        var ours = Breadcrumb(new(), ("~/missions", "시장개척단"), ("~/missions/7", "TM-2026-014"));

        Likeness.AssertLike(example, ours);
        Assert.Equal(example.GetAttribute("aria-label"), ours.GetAttribute("aria-label"));
    }

    [Fact]
    public void Breadcrumb_BeginsAtHomeAndEndsHere()
    {
        var page = new Page();
        page.Http.Request.PathBase = "/trade";

        var items = Breadcrumb(page, ("~/missions", "시장개척단"), (null, "새 시장개척단")).QuerySelectorAll("li > .txt");

        Assert.Equal(
            [("a", "/trade/", "홈"), ("a", "/trade/missions", "시장개척단"), ("span", null, "새 시장개척단")],
            items.Select(item => (item.LocalName, item.GetAttribute("href"), item.TextContent)));
        Assert.Equal([null, null, "page"], items.Select(i => i.GetAttribute("aria-current")));
    }

    /// <summary>Without page numbers and dead links, and as the landmark that the design system's div is not.</summary>
    [Fact]
    public void Pagination_LooksLikeTheDesignSystems() =>
        Likeness.AssertLike(
            KrdsPackage.Example("pagination").QuerySelector(".krds-pagination")!,
            Pages("?page=1", "?page=3"),
            except: ".page-navi.disabled, .page-link:not(.active), .page-link > .sr-only",
            (".krds-pagination", "nav"),
            (".page-link", "span"));

    [Fact]
    public void Pagination_IsANamedLandmarkThatSaysWhereOneIs()
    {
        var nav = Pages("?page=1", "?page=3&q=%22a%22");

        Assert.Equal("시장개척단 목록", nav.GetAttribute("aria-label"));
        Assert.Equal("2쪽", nav.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.Equal(("이전", "?page=1", "prev"), Link(nav.QuerySelector("a.prev")!));
        Assert.Equal(("다음", "?page=3&q=%22a%22", "next"), Link(nav.QuerySelector("a.next")!));

        static (string, string?, string?) Link(IElement a) => (a.TextContent, a.GetAttribute("href"), a.GetAttribute("rel"));
    }

    [Fact]
    public void Pagination_AtAnEnd_HasOneLink()
    {
        Assert.Equal(["next"], Pages(null, "?page=3").QuerySelectorAll("a").Select(a => a.GetAttribute("rel")));
        Assert.Equal(["prev"], Pages("?page=1", null).QuerySelectorAll("a").Select(a => a.GetAttribute("rel")));
    }

    [Fact]
    public void Pagination_OfOnePage_IsNotThere() =>
        Assert.Equal("", new Page().RenderText<PaginationTagHelper>(p => p.Current = "1쪽"));

    [Fact]
    public void Segments_ChangeOneValueAndKeepTheRest()
    {
        SelectListItem[] units = [new("만불", "man", selected: true), new("US$", "usd")];

        var nav = new Page(query: "?q=%22%3Cb%3E&unit=thousand&year=&status=open&status=closed")
            .Render<SegmentsTagHelper>(s => (s.Label, s.Param, s.Items) = ("금액 단위", "unit", units));

        Assert.Equal(("nav", "seg", "금액 단위"), (nav.LocalName, nav.ClassName, nav.GetAttribute("aria-label")));
        var links = nav.QuerySelectorAll("a");
        Assert.Equal("?q=%22%3Cb%3E&status=open&status=closed&unit=man", links[0].GetAttribute("href"));
        Assert.Equal("?q=%22%3Cb%3E&status=open&status=closed&unit=usd", links[1].GetAttribute("href"));
        Assert.Equal(["true", null], links.Select(link => link.GetAttribute("aria-current")));
    }
}
