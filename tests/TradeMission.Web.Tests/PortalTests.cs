using System.Net;

namespace TradeMission.Web.Tests;

public sealed class PortalTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task UnknownAddress_IsNoServerFault()
    {
        var page = await portal.Visit().GetPageAsync("/no-such-page");

        Assert.NotEqual(HttpStatusCode.InternalServerError, page.Status);
    }
}
