using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TradeMission.Browser.Tests.Offline;

/// <summary>What a tired person has to press, counted.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FastEntryTests(Chromium chromium, Portal portal)
{
    private const int MostKeys = 12;

    private static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    /// <summary>The second record of a day: the company stays. A known buyer, a value, an assessment, a next step.</summary>
    [BrowserFact]
    public async Task KeyboardAlone_NeedsAtMostTwelveKeysBesidesTheText()
    {
        var mission = await OfflineMission.MakeAsync(portal);
        var page = await chromium.NewPageAsync(portal, email: OfflineMission.Officer);
        await page.PrepareAsync(mission);
        await page.LogAsync("Kunci Contoh", "첫 기록");
        await page.StateIsAsync("saved");
        await Assertions.Expect(page.Locator("[name=BuyerName]")).ToBeFocusedAsync();
        var keys = 0;
        async Task PressAsync(string key)
        {
            keys++;
            await page.Keyboard.PressAsync(key);
        }

        await page.Keyboard.TypeAsync("Kunci");
        await page.Locator("#buyer-list [role=option]").First.WaitForAsync();
        await PressAsync("Enter");
        await PressAsync("Enter");
        await page.Keyboard.TypeAsync("60");
        await PressAsync("Enter");
        await PressAsync("4");
        await PressAsync("Enter");
        await page.Keyboard.TypeAsync("견적서 발송");
        await PressAsync("Control+s");

        // The same buyer on the same day is asked about once.
        await page.StateIsAsync("attention");
        await page.ClickAsync("#device [data-act=another]");
        keys++;
        await page.StateIsAsync("saved");
        var record = (await mission.RecordsAsync())[^1];
        Assert.Equal(("Kunci Contoh", 600_000m, "CooperationPossible", "견적서 발송"), (record.Buyer.Name, record.Value!.Amount, $"{record.Assessment}", record.NextStep));
        Assert.InRange(keys, 1, MostKeys);
    }

    [BrowserFact]
    public async Task Enter_WhileAnInputMethodComposes_StaysInTheField()
    {
        var mission = await OfflineMission.MakeAsync(portal);
        var page = await chromium.NewPageAsync(portal, email: OfflineMission.Officer);
        await page.GotoAsync(mission.Address);
        await page.FocusAsync("[name=NextStep]");

        await page.Locator("[name=NextStep]").EvaluateAsync("field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");
        await Assertions.Expect(page.Locator("[name=NextStep]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name=NextStepDueOn]")).ToBeFocusedAsync();
    }

    [BrowserTheory]
    [InlineData("ko-KR", 360)]
    [InlineData("ko-KR", 1440)]
    [InlineData("en-GB", 360)]
    [InlineData("en-GB", 1440)]
    public async Task Offline_IsAccessibleAndFits(string language, int width)
    {
        var mission = await OfflineMission.MakeAsync(portal);
        var page = await chromium.NewPageAsync(portal, language, width, email: OfflineMission.Officer);
        await page.GotoAsync($"{mission.Address}?culture={language[..2]}");
        await page.PrepareAsync(mission);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(mission.Address);
        await page.ReadyAsync();
        Assert.Equal(language[..2], await page.Locator("html").GetAttributeAsync("lang"));
        await page.LogAsync("Layar Contoh Perdagangan Internasional", "화면");
        await page.StateIsAsync("device");

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "Wider than the screen.");
        Assert.Empty((await page.RunAxe(Rules)).Violations.Select(violation => $"{violation.Id}: {string.Join(' ', violation.Nodes.Select(node => node.Html))}"));
        if (Environment.GetEnvironmentVariable("TRADEMISSION_LOOK") is { } look)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(look, $"offline-{language}-{width}.png"), FullPage = true });
        }
    }
}
