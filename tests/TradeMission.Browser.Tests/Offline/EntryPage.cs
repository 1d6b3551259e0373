using Microsoft.Playwright;

namespace TradeMission.Browser.Tests.Offline;

/// <summary>The entry page as an officer's hands use it.</summary>
internal static class EntryPage
{
    public static async Task SignInAsync(this IPage page, string email, string password)
    {
        if (!page.Url.Contains("/account/sign-in", StringComparison.Ordinal))
        {
            await page.GotoAsync("/account/sign-in");
        }

        await page.FillAsync("#Email", email);
        await page.FillAsync("#Password", password);
        await page.PressAsync("#Password", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Stores the mission on the device and waits until it says so.</summary>
    public static async Task PrepareAsync(this IPage page, OfflineMission mission)
    {
        await page.GotoAsync(mission.Address);
        await page.ClickAsync("#device [data-act=prepare]");
        await page.ReadyAsync();
    }

    /// <summary>The page has found what the device keeps, and answers.</summary>
    public static Task ReadyAsync(this IPage page) => page.Locator("#device[data-ready=true]").WaitForAsync();

    public static async Task LogAsync(this IPage page, string buyer, string notes, string value = "60")
    {
        if (await page.Locator("[name=ParticipationId]").InputValueAsync() is "")
        {
            await page.SelectOptionAsync("[name=ParticipationId]", new SelectOptionValue { Index = 1 });
        }

        await page.FillAsync("[name=BuyerName]", buyer);
        await page.Locator("#buyer-list [role=option]").Last.ClickAsync();
        await page.FillAsync("[name=Value]", value);
        await page.FillAsync("[name=Notes]", notes);
        await page.ClickAsync("form[data-entry] .save-bar button[type=submit]");
        await page.Locator("[data-refused].done").WaitForAsync();
        await Assertions.Expect(page.Locator("[name=Notes]")).ToHaveValueAsync("");
    }

    /// <summary>saved, device, sending or attention.</summary>
    public static Task StateIsAsync(this IPage page, string state) => page.Locator($"[data-state={state}]").First.WaitForAsync();

    public static ILocator Waiting(this IPage page) => page.Locator("#device [data-waiting] > li");
}
