using AngleSharp.Dom;
using TradeMission.Krds.Tables;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class SortTests
{
    private static IElement Head(string query, string sort, string? whenNone = null, params (string Name, object? Value)[] attributes)
    {
        var th = new Page(query: query).Change(new SortTagHelper { Sort = sort, Default = whenNone }, "th", "상담액", attributes);
        return Page.Parse($"<table><thead><tr>{th}</tr></thead></table>").QuerySelector("th")!;
    }

    private static string? Href(IElement th) => th.QuerySelector("a")!.GetAttribute("href");

    [Theory]
    [InlineData("", null, "?sort=value")]
    [InlineData("?sort=date", null, "?sort=value")]
    [InlineData("?sort=value", "ascending", "?sort=-value")]
    [InlineData("?sort=-value", "descending", "?sort=value")]
    [InlineData("?sort=-valued", null, "?sort=value")]
    public void Sort_SaysItsDirectionAndTurnsIt(string query, string? direction, string next)
    {
        var th = Head(query, "value");

        Assert.Equal(direction, th.GetAttribute("aria-sort"));
        Assert.Equal(next, Href(th));
        Assert.Equal("상담액", th.QuerySelector("a")!.TextContent);
    }

    [Fact]
    public void Sort_KeepsTheFiltersAndLeavesThePage() =>
        Assert.Equal(
            "?q=a%26b&status=open&status=closed&sort=value",
            Href(Head("?q=a%26b&status=open&status=closed&year=&page=3&after=77&sort=date", "value")));

    [Fact]
    public void Sort_ThatBeginsWithTheHighest_Does()
    {
        Assert.Equal("?sort=-value", Href(Head("", "-value")));
        Assert.Equal("?sort=value", Href(Head("?sort=-value", "-value")));
    }

    [Theory]
    [InlineData("", "descending", "?sort=date")]
    [InlineData("?sort=value", null, "?sort=date")]
    public void Sort_KnowsTheOrderOfAListThatWasNotAsked(string query, string? direction, string next)
    {
        var th = Head(query, "date", "-date");

        Assert.Equal((direction, next), (th.GetAttribute("aria-sort"), Href(th)));
    }

    [Fact]
    public void Sort_LeavesTheRestOfTheHeadAlone()
    {
        var th = Head("", "value", null, ("class", "num"));

        Assert.Equal(("num", "col"), (th.ClassName, th.GetAttribute("scope")));
    }
}
