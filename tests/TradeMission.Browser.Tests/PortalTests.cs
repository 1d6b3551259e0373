namespace TradeMission.Browser.Tests;

[Collection(BrowserCollection.Name)]
public class PortalTests(Chromium chromium, Portal portal)
{
    /// <summary>The stylesheet comes from npm through the build, so this holds the whole way from the lock file to the screen.</summary>
    [BrowserFact]
    public async Task Home_OpenedInChromium_WearsTheDesignSystem()
    {
        var page = await chromium.NewPageAsync(portal);

        var stylesheet = await page.RunAndWaitForResponseAsync(
            () => page.GotoAsync("/"),
            response => new Uri(response.Url).AbsolutePath == "/lib/krds/css/component/output.css");

        Assert.Equal(200, stylesheet.Status);
        Assert.StartsWith(portal.Address.ToString(), stylesheet.Url, StringComparison.Ordinal);
        Assert.Equal("10px", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).fontSize"));
    }
}
