using Microsoft.Playwright;
using TradeMission.Browser.Tests.Access;
using TradeMission.Browser.Tests.Offline;

namespace TradeMission.Browser.Tests.Keeping;

/// <summary>Two minutes before a session ends the page warns. The clocks of the page and of the portal are put forward together.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SessionTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    private const string Warning = "dialog[data-session=warning]";
    private const string Ended = "dialog[data-session=ended]";

    [BrowserFact]
    public async Task Warning_StandsTwoMinutesBeforeTheEnd_AndEscExtendsNothing()
    {
        var page = await OpenAsync();
        await PassAsync(TimeSpan.FromMinutes(27), page);
        await Assertions.Expect(page.Locator(Warning)).ToBeHiddenAsync();

        await PassAsync(TimeSpan.FromMinutes(1.1), page);

        await Assertions.Expect(page.Locator(Warning)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"{Warning} [data-extend]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($"{Warning} [data-count]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^1:[0-5][0-9]$"));
        Assert.Empty(await Inspection.FaultsAsync(page));

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(Warning)).ToBeHiddenAsync();
        Assert.InRange(await LeftAsync(page), 1, 120);

        await PassAsync(TimeSpan.FromMinutes(2), page);
        await Assertions.Expect(page.Locator(Ended)).ToBeVisibleAsync();
        Assert.Empty(await Inspection.FaultsAsync(page));
        Assert.Equal("/account/sign-in?returnUrl=%2Fcompanies%2Fnew", await page.GetAttributeAsync($"{Ended} [data-again]", "href"));

        // What was typed is still there.
        await page.ClickAsync($"{Ended} [data-stay]");
        await Assertions.Expect(page.Locator("#NameKo")).ToHaveValueAsync("반쯤 적은 기업");
    }

    [BrowserFact]
    public async Task Extend_InOneTab_EndsTheWarningInTheOther()
    {
        var page = await OpenAsync();
        var other = await page.Context.NewPageAsync();
        await other.Clock.InstallAsync();
        await other.GotoAsync("/missions");
        await PassAsync(TimeSpan.FromMinutes(28.2), page, other);
        await Assertions.Expect(page.Locator(Warning)).ToBeVisibleAsync();
        await Assertions.Expect(other.Locator(Warning)).ToBeVisibleAsync();

        await page.ClickAsync($"{Warning} [data-extend]");

        await Assertions.Expect(page.Locator(Warning)).ToBeHiddenAsync();
        await Assertions.Expect(other.Locator(Warning)).ToBeHiddenAsync();
        Assert.InRange(await LeftAsync(page), 1700, 1800);
        await PassAsync(TimeSpan.FromMinutes(5), page, other);
        await Assertions.Expect(page.Locator(Ended)).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task WorkInOneTab_SparesTheOtherTheWarning()
    {
        var page = await OpenAsync();
        var other = await page.Context.NewPageAsync();
        await other.Clock.InstallAsync();
        await other.GotoAsync("/missions");
        await PassAsync(TimeSpan.FromMinutes(25), page, other);
        await other.GotoAsync("/companies");

        await PassAsync(TimeSpan.FromMinutes(3.5), page, other);

        Assert.InRange(await LeftAsync(page), 1500, 1800);
        await Assertions.Expect(page.Locator(Warning)).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task AfterSleepingThroughTheEnd_ThePageSaysSo()
    {
        var page = await OpenAsync();

        await PassAsync(TimeSpan.FromHours(9), page);

        await Assertions.Expect(page.Locator(Ended)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(Warning)).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task AnswerThatCameOverASleep_IsAskedForAgain()
    {
        var page = await OpenAsync();
        var (answered, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/api/session/end", async route =>
        {
            var answer = await route.FetchAsync();
            answered.TrySetResult();
            await held.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await PassAsync(TimeSpan.FromMinutes(27), page);
        await answered.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await PassAsync(TimeSpan.FromMinutes(1.1), page);
        held.SetResult();

        await Assertions.Expect(page.Locator(Warning)).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task SignOut_FromTheWarning_LeadsToTheDoor()
    {
        var page = await OpenAsync();
        await PassAsync(TimeSpan.FromMinutes(28.2), page);

        await page.ClickAsync($"{Warning} form button");

        await page.WaitForURLAsync("**/account/sign-in");
    }

    private async Task<IPage> OpenAsync()
    {
        var ids = await SampleIds.OfAsync(portal);
        var page = await chromium.NewPageAsync(portal);
        await page.Clock.InstallAsync();
        await page.SignInAsync(ids.PersonOf(Web.Infrastructure.Security.Role.Officer), portal.SamplePassword);
        await page.GotoAsync("/companies/new");
        await page.FillAsync("#NameKo", "반쯤 적은 기업");

        // Keeping the draft is work, and renews the session: it is over before the waiting begins.
        await page.Clock.FastForwardAsync(4000);
        await Assertions.Expect(page.Locator("[data-draft-state]")).Not.ToHaveTextAsync("");
        return page;
    }

    private async Task PassAsync(TimeSpan time, params IPage[] pages)
    {
        portal.Clock.Ahead += time;
        foreach (var page in pages)
        {
            await page.Clock.FastForwardAsync((long)time.TotalMilliseconds);
        }
    }

    private static async Task<double> LeftAsync(IPage page) => await page.EvaluateAsync<double>("async () => (await (await fetch('/api/session/end')).json()).secondsLeft");
}
