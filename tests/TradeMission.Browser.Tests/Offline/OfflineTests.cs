using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TradeMission.Browser.Tests.Offline;

/// <summary>Logging with the network really off.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class OfflineTests(Chromium chromium, Portal portal) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trademission-device-");
    private IBrowserContext device = null!;
    private OfflineMission mission = null!;
    private IPage page = null!;

    public async Task InitializeAsync()
    {
        if (ChromiumExecutable.Path is null)
        {
            return;
        }

        mission = await OfflineMission.MakeAsync(portal);
        await LaunchAsync();
        await chromium.SignInAsync(device, portal, OfflineMission.Officer);
        await page.PrepareAsync(mission);
    }

    public async Task DisposeAsync()
    {
        if (device is not null)
        {
            await device.CloseAsync();
        }

        folder.Delete(recursive: true);
        await mission.AssertTotalsAsync();
    }

    [BrowserFact]
    public async Task FiveLoggedOffline_KilledInMidSendAndRestarted_ExactlyFiveArrive()
    {
        await GoOfflineAsync();
        for (var i = 1; i <= 5; i++)
        {
            await page.LogAsync($"Toko Contoh {i}", $"네트워크 없이 {i}");
        }

        await page.StateIsAsync("device");
        await page.ReloadAsync();
        await page.ReadyAsync();
        Assert.Equal(5, await page.Waiting().CountAsync());

        // The second record reaches the server; its answer never reaches the page.
        var arrived = new TaskCompletionSource();
        var seen = 0;
        await device.RouteAsync("**/api/consultations/*", async route =>
        {
            if (++seen == 2)
            {
                await route.FetchAsync();
                arrived.SetResult();
            }
            else if (seen < 2)
            {
                await route.ContinueAsync();
            }
        });
        await device.SetOfflineAsync(false);
        await arrived.Task;
        Assert.Equal(2, (await mission.RecordsAsync()).Count);
        await device.CloseAsync();

        await LaunchAsync();
        await page.GotoAsync(mission.Address);
        await page.SignInAsync(OfflineMission.Officer, portal.SamplePassword);
        await page.ReadyAsync();
        await page.StateIsAsync("saved");

        var records = await mission.RecordsAsync();
        Assert.Equal([1, 2, 3, 4, 5], records.Select(record => int.Parse(record.Notes![^1..], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(records, record => Assert.Equal(600_000m, record.Value!.Amount));
        Assert.Equal(0, await page.Waiting().CountAsync());
    }

    [BrowserFact]
    public async Task TwoTabs_SendEachRecordOnce()
    {
        await GoOfflineAsync();
        var second = await device.NewPageAsync();
        await second.GotoAsync(mission.Address);
        await second.ReadyAsync();
        await page.LogAsync("Tab Satu", "탭 하나");
        await second.LogAsync("Tab Dua", "탭 둘");
        await page.LogAsync("Tab Tiga", "탭 셋");
        await Assertions.Expect(second.Waiting()).ToHaveCountAsync(3);
        var sent = new List<string>();
        device.Request += (_, request) =>
        {
            if (request.Method == "PUT")
            {
                lock (sent)
                {
                    sent.Add(request.Url);
                }
            }
        };

        await device.SetOfflineAsync(false);
        await page.StateIsAsync("saved");
        await second.StateIsAsync("saved");

        Assert.Equal(3, sent.Count);
        Assert.Equal(3, sent.Distinct().Count());
        Assert.Equal(3, (await mission.RecordsAsync()).Count);
    }

    [BrowserFact]
    public async Task SignedOutInBetween_KeepsEverythingAndGoesOnAfterSigningIn()
    {
        await GoOfflineAsync();
        await page.LogAsync("Sesi Satu", "로그인 전 1");
        await page.LogAsync("Sesi Dua", "로그인 전 2");
        await device.ClearCookiesAsync();
        await device.SetOfflineAsync(false);
        await page.Locator("#device [data-sign-in] a").WaitForAsync();
        Assert.Equal(2, await page.Waiting().CountAsync());
        Assert.Empty(await mission.RecordsAsync());

        await page.ClickAsync("#device [data-sign-in] a");
        await page.SignInAsync(OfflineMission.Officer, portal.SamplePassword);
        await page.ReadyAsync();
        await page.StateIsAsync("saved");

        Assert.Equal(2, (await mission.RecordsAsync()).Count);
    }

    [BrowserFact]
    public async Task AnotherUser_NeitherSeesNorSendsThem()
    {
        await GoOfflineAsync();
        await page.LogAsync("Milik Sendiri", "남이 보면 안 되는 메모");
        await device.ClearCookiesAsync();
        await device.SetOfflineAsync(false);
        await page.Locator("#device [data-sign-in] a").WaitForAsync();

        await page.SignInAsync(OfflineMission.Other, portal.SamplePassword);
        await page.PrepareAsync(mission);
        await page.Locator("#device [data-notice]:not([hidden])").WaitForAsync();
        Assert.Equal(0, await page.Waiting().CountAsync());
        Assert.DoesNotContain("남이 보면 안 되는 메모", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Contains("1", await page.Locator("#device [data-notice]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await mission.RecordsAsync());

        await device.ClearCookiesAsync();
        await page.SignInAsync(OfflineMission.Officer, portal.SamplePassword);
        await page.GotoAsync(mission.Address);
        await page.ReadyAsync();
        await page.StateIsAsync("saved");

        Assert.StartsWith("김담당", Assert.Single(await mission.RecordsAsync()).LoggedByName, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Conflict_IsShownSideBySideAndTheOfficerChooses()
    {
        await GoOfflineAsync();
        await page.LogAsync("Dua Versi", "처음 말");

        // Recorded, but the device never hears of it.
        var lost = new TaskCompletionSource();
        await device.RouteAsync("**/api/consultations/*", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
            lost.TrySetResult();
        }, new() { Times = 1 });
        await device.SetOfflineAsync(false);
        await lost.Task;
        await GoOfflineAsync();
        await page.Waiting().Locator("[data-act=edit]").ClickAsync();
        await page.FillAsync("[name=Notes]", "고친 말");
        await page.ClickAsync("form[data-entry] .save-bar button[type=submit]");
        await Assertions.Expect(page.Locator("[name=Notes]")).ToHaveValueAsync("");

        await device.SetOfflineAsync(false);
        await page.StateIsAsync("attention");
        Assert.Matches(Both(), Assert.Single(await page.Waiting().Locator("tr.differs").AllInnerTextsAsync()));
        await page.Waiting().Locator("[data-act=mine]").ClickAsync();
        await page.StateIsAsync("saved");

        Assert.Equal("고친 말", Assert.Single(await mission.RecordsAsync()).Notes);
        Assert.Equal(1, await mission.BuyersAsync("Dua Versi"));
    }

    [BrowserFact]
    public async Task Exported_ReadBackOnlyByItsOwner()
    {
        await GoOfflineAsync();
        await page.LogAsync("Berkas Contoh", "파일로");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#device [data-act=export]"));
        var file = Path.Combine(folder.FullName, "exported.json");
        await download.SaveAsAsync(file);
        await page.Waiting().Locator("[data-act=remove]").ClickAsync();
        await page.Waiting().Locator("[data-act=really]").ClickAsync();
        await page.StateIsAsync("saved");

        await page.SetInputFilesAsync("#device [data-file]", file);
        await page.StateIsAsync("device");
        Assert.Equal(1, await page.Waiting().CountAsync());

        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"userId\": ", "\"userId\": 9", StringComparison.Ordinal));
        await page.SetInputFilesAsync("#device [data-file]", file);
        await page.Locator("[data-refused].bad-box").WaitForAsync();
        Assert.Equal(1, await page.Waiting().CountAsync());
    }

    /// <summary>The page opens without a network and holds what was being typed.</summary>
    [BrowserFact]
    public async Task HalfTyped_SurvivesAReload()
    {
        await GoOfflineAsync();
        await page.FillAsync("[name=BuyerName]", "반쯤 적은 바이어");
        await page.FillAsync("[name=Notes]", "반쯤 적은 메모");

        await page.ReloadAsync();
        await page.ReadyAsync();

        Assert.Equal("반쯤 적은 메모", await page.InputValueAsync("[name=Notes]"));
    }

    private async Task LaunchAsync()
    {
        device = await chromium.LaunchDeviceAsync(portal, Path.Combine(folder.FullName, "profile"));
        page = device.Pages[0];
    }

    /// <summary>No network, and the page opened anew from what the device keeps.</summary>
    private async Task GoOfflineAsync()
    {
        await device.SetOfflineAsync(true);
        await page.GotoAsync(mission.Address);
        await page.ReadyAsync();
        Assert.Equal("true", await page.Locator("#device").GetAttributeAsync("data-shell"));
    }

    [GeneratedRegex("고친 말.*처음 말", RegexOptions.Singleline)]
    private static partial Regex Both();
}
