using System.Net;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Home;

/// <summary>The switches of an error page lead on from the page that was asked for, not to the error's own address.</summary>
public sealed class ErrorPageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task UnknownPage_SwitchesKeepItsAddress()
    {
        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync("/missions/999?unit=usd&culture=ko");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(["/missions/999?unit=usd&culture=ko&contrast=high", "/missions/999?unit=usd&culture=en"], Switches(page));
    }

    [Fact]
    public async Task Switch_OfAnUnknownPage_SaysTheSameInTheOtherLanguage()
    {
        var officer = portal.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        var korean = await officer.GetPageAsync("/missions/999");

        var english = await officer.GetPageAsync(Switches(korean)[1]);

        Assert.Equal(HttpStatusCode.NotFound, english.Status);
        Assert.NotEqual(korean.Texts("h1"), english.Texts("h1"));
        Assert.Equal(["/missions/999?culture=en&contrast=high", "/missions/999?culture=ko"], Switches(english));
    }

    [Fact]
    public async Task RefusedForm_SwitchesLeadHome()
    {
        var officer = await portal.SignInAsync(World.Officer);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://localhost/missions/new")) { Content = new FormUrlEncodedContent([]) };
        using var answer = await officer.SendAsync(request);
        var source = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("href=\"/?contrast=high\"", source, StringComparison.Ordinal);
        Assert.Contains("href=\"/?culture=en\"", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorAddressItself_SwitchesLeadHome() =>
        Assert.Equal(["/?contrast=high", "/?culture=en"], Switches(await portal.Visit().GetPageAsync("/error/404")));

    private static List<string> Switches(Page page) =>
        [.. page.Document.QuerySelectorAll("footer a[href*='contrast='], footer a[hreflang]").Select(link => link.GetAttribute("href")!)];
}
