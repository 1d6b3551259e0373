namespace TradeMission.Browser.Tests;

[Collection(BrowserCollection.Name)]
public class PortalTests(Chromium chromium, Portal portal)
{
    [BrowserFact]
    public async Task Home_OpenedInChromium_ComesFromThePortal()
    {
        var page = await chromium.NewPageAsync(portal);

        var response = await page.GotoAsync("/");

        Assert.NotNull(response);
        Assert.True(portal.Address.IsLoopback && portal.Address.Port > 1024);
        Assert.StartsWith(portal.Address.ToString(), page.Url, StringComparison.Ordinal);
    }
}
