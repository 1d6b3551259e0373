using System.Net;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Home;

public sealed class HomeTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(World.Officer, "/")]
    [InlineData(World.Manager, "/dashboard")]
    [InlineData(World.CompanyA, "/my")]
    [InlineData(World.Administrator, "/admin/users")]
    public async Task Home_LeadsEverybodyToTheirOwnWork(string email, string address)
    {
        var page = await (await portal.SignInAsync(email)).GetPageAsync("/");

        Assert.Equal((HttpStatusCode.OK, address), (page.Status, page.Address.AbsolutePath));
    }

    [Fact]
    public async Task Home_OfNobody_IsTheSignIn() => Assert.Equal(Visitor.SignInAddress, (await portal.Visit().GetPageAsync("/")).Address.AbsolutePath);

    [Fact]
    public async Task Home_OfAnOfficer_ShowsTheMissionThatIsUnderWay()
    {
        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync("/");

        Assert.Contains("TM-2026-001", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/privacy", 5)]
    [InlineData("/accessibility", 4)]
    public async Task Notices_AreForEverybodyInBothLanguages(string address, int parts)
    {
        var (korean, english) = (await portal.Visit().GetPageAsync(address), await portal.Visit().GetPageAsync($"{address}?culture=en"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (korean.Status, english.Status));
        Assert.Equal((parts, parts), (korean.Texts("main section p").Count(text => text.Length > 20), english.Texts("main section p").Count(text => text.Length > 20)));
        Assert.NotEqual(korean.Texts("h1"), english.Texts("h1"));
        Assert.Equal(address, korean.Document.QuerySelector($"footer a[href='{address}']")!.GetAttribute("href"));
    }
}
