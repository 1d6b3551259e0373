using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TradeMission.Browser.Tests.People;

/// <summary>Pages about people, before and after signing in: nothing for axe to find, nothing wider than the screen, the keyboard suffices.</summary>
[Collection(BrowserCollection.Name)]
public class PeoplePagesTests(Chromium chromium, Portal portal)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    [BrowserTheory]
    [InlineData("ko", 360, "normal")]
    [InlineData("ko", 1440, "high")]
    [InlineData("en", 360, "high")]
    [InlineData("en", 1440, "normal")]
    public async Task Pages_AreAccessibleAndFit(string language, int width, string contrast)
    {
        var page = await chromium.NewPageAsync(portal, width: width);
        await page.GotoAsync($"/account/sign-in?contrast={contrast}");
        foreach (var address in new[] { "/account/sign-in", "/account/forgotten-password", "/account/forgotten-password?sent=true", "/account/reset-password?user=1&token=x" })
        {
            await CheckAsync(page, address, language);
        }

        await page.GotoAsync("/account/sign-in");
        await page.Locator(".login form:has(input[type=password]) button").ClickAsync();
        await CheckHereAsync(page, "sign-in with errors");

        await page.GotoAsync("/account/sign-in");
        await page.Locator(".dev form:has(input[value='admin@example.com']) button").ClickAsync();
        foreach (var address in new[] { "/account/profile", "/account/password", "/admin/users", "/admin/users?q=nobody", "/admin/users/new", "/admin/users/1", "/admin/users/1/edit", "/admin/mail" })
        {
            await CheckAsync(page, address, language);
        }
    }

    [BrowserFact]
    public async Task SignIn_KeyboardAloneWithoutScript_Works()
    {
        var page = await chromium.NewPageAsync(portal, width: 360, javaScript: false);
        await page.GotoAsync("/account/sign-in?returnUrl=%2Faccount%2Fprofile");
        await page.Locator("#Email").FocusAsync();

        await page.Keyboard.TypeAsync("officer@example.com");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("trade-mission-2026");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/account/profile");
    }

    private static async Task CheckAsync(IPage page, string address, string language)
    {
        await page.GotoAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "culture=" + language);
        await CheckHereAsync(page, address);
    }

    private static async Task CheckHereAsync(IPage page, string what)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        var found = await page.RunAxe(Rules);
        Assert.True(
            found.Violations.Length == 0,
            what + ": " + string.Join("; ", found.Violations.Select(violation => $"{violation.Id} {string.Join(" ", violation.Nodes.Select(node => node.Html + " " + string.Join(" ", node.Any.Select(check => check.Message))))}")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), what + " is wider than the screen");
    }
}
