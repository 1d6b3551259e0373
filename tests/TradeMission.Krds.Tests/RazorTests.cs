using System.Text.RegularExpressions;
using AngleSharp.Dom;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

/// <summary>All components on one page, written as pages write them.</summary>
public partial class RazorTests
{
    private const string Attack = "<script>alert(\"1\")</script>";

    private static Task<IElement> EverythingAsync() =>
        new Page(new() { Title = Attack, Currency = "usd" }).Wrong("Title", "국문 이름을 적으십시오").RenderViewAsync("/Views/Everything.cshtml");

    [Fact]
    public async Task Page_KnowsEveryTagHelper() =>
        Assert.DoesNotContain((await EverythingAsync()).QuerySelectorAll("*"), element =>
            element.Attributes.Select(attribute => attribute.Name).Prepend(element.LocalName).Any(OfATagHelper().IsMatch));

    [Fact]
    public async Task Page_EncodesOnceWhateverItIsGiven()
    {
        var page = await EverythingAsync();

        Assert.Empty(page.QuerySelectorAll("script"));
        var title = page.QuerySelector("#Title")!;
        Assert.Equal((Attack, Attack, "A & B"), (title.GetAttribute("value"), title.GetAttribute("placeholder"), title.GetAttribute("data-kept")));
        Assert.Equal(Attack, page.QuerySelector(".breadcrumb [aria-current]")!.TextContent);
        Assert.Equal(Attack, page.QuerySelector("button[name=go]")!.GetAttribute("value"));
        Assert.Equal(Attack, page.QuerySelector(".alert[role=status] h2")!.TextContent);
        Assert.Equal(Attack, page.QuerySelector("figcaption b")!.TextContent);
        Assert.Equal(Attack, page.QuerySelector("#filter-q")!.GetAttribute("value"));
        Assert.Equal(Attack, page.QuerySelector(".timeline li")!.LastChild!.TextContent);
    }

    [Fact]
    public async Task Page_HasEveryIdOnce()
    {
        var ids = (await EverythingAsync()).QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Page_PointsOnlyAtWhatIsThere()
    {
        var page = await EverythingAsync();

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet();
        string[] pointers = ["for", "aria-labelledby", "aria-describedby"];
        Assert.All(page.QuerySelectorAll("*"), element => Assert.All(pointers, pointer =>
            Assert.Subset(ids, (element.GetAttribute(pointer) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet())));
        Assert.All(page.QuerySelectorAll("[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public async Task Page_NamesEveryControl()
    {
        var page = await EverythingAsync();

        Assert.All(
            page.QuerySelectorAll("input:not([type=hidden]), select, textarea"),
            control => Assert.NotNull(page.QuerySelector($"label[for='{control.Id}']")));
    }

    /// <summary>A class that neither stylesheet knows is a misspelt one, or one that an update took away.</summary>
    [Fact]
    public async Task Page_HasNoClassThatNothingStyles()
    {
        // The page's own ("wide"), and names that only other rules' absence gives meaning.
        string[] unstyled = ["wide", "prev", "next"];
        var known = ClassName().Matches(KrdsPackage.Styles + KrdsPackage.PortalStyles).Select(match => match.Value[1..]).ToHashSet();

        var used = (await EverythingAsync()).QuerySelectorAll("[class]").SelectMany(element => element.ClassList).Except(unstyled).ToHashSet();

        Assert.Subset(known, used);
    }

    [GeneratedRegex("^(krds|asp)-")]
    private static partial Regex OfATagHelper();

    [GeneratedRegex(@"\.[a-zA-Z][\w-]*")]
    private static partial Regex ClassName();
}
