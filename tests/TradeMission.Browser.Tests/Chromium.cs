using Microsoft.Playwright;

namespace TradeMission.Browser.Tests;

/// <summary>One browser for all tests; every test takes pages of its own, with cookies of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Dictionary<(Portal, string), string> cookies = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Fixtures are made for skipped tests too, so a machine without Chromium has to get through here.</summary>
    public async Task InitializeAsync()
    {
        // As long as a page may take to load: a busy machine is no fault of the portal's.
        Assertions.SetDefaultExpectTimeout(30_000);
        if (ChromiumExecutable.Path is { } path)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        }
    }

    /// <summary>A page of a browser that nobody has used yet, standing at a desk in Seoul; nothing moves, so that no test looks halfway.</summary>
    /// <param name="email">Who has signed in already, through the page; nobody if null.</param>
    public async Task<IPage> NewPageAsync(
        Portal portal, string language = "ko-KR", int width = 1440, int height = 900, bool javaScript = true, string? email = null)
    {
        var context = await Browser.NewContextAsync(new()
        {
            StorageState = email is null ? null : await CookiesOfAsync(portal, email),
            BaseURL = portal.Address.ToString(),
            Locale = language,
            TimezoneId = "Asia/Seoul",
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await context.NewPageAsync();
    }

    /// <summary>A browser of its own that keeps what it stores in this folder: closed and launched again, it is the same device.</summary>
    public Task<IBrowserContext> LaunchDeviceAsync(Portal portal, string folder, string language = "ko-KR", int width = 1440) =>
        (playwright ?? throw new InvalidOperationException(ChromiumExecutable.HowToGetIt)).Chromium.LaunchPersistentContextAsync(folder, new()
        {
            ExecutablePath = ChromiumExecutable.Path,
            Args = Arguments,
            BaseURL = portal.Address.ToString(),
            Locale = language,
            TimezoneId = "Asia/Seoul",
            ViewportSize = new() { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });

    /// <summary>As somebody who has signed in already, through the page.</summary>
    public async Task SignInAsync(IBrowserContext context, Portal portal, string email)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, await CookiesOfAsync(portal, email));
        await context.SetStorageStateAsync(file);
        File.Delete(file);
    }

    /// <summary>Everybody signs in once: sign-in is limited, and its password hash is dear.</summary>
    private async Task<string> CookiesOfAsync(Portal portal, string email)
    {
        if (!cookies.TryGetValue((portal, email), out var state))
        {
            var page = await NewPageAsync(portal);
            await page.GotoAsync("/account/sign-in");
            await page.FillAsync("#Email", email);
            await page.FillAsync("#Password", portal.SamplePassword);
            await page.PressAsync("#Password", "Enter");
            await page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
            cookies[(portal, email)] = state = await page.Context.StorageStateAsync();
            await page.Context.CloseAsync();
        }

        return state;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
        playwright?.Dispose();
    }

    private IBrowser Browser => browser ?? throw new InvalidOperationException(ChromiumExecutable.HowToGetIt);
}
