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

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Fixtures are made for skipped tests too, so a machine without Chromium has to get through here.</summary>
    public async Task InitializeAsync()
    {
        if (ChromiumExecutable.Path is { } path)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        }
    }

    /// <summary>A page of a browser that nobody has used yet, standing at a desk in Seoul; nothing moves, so that no test looks halfway.</summary>
    public async Task<IPage> NewPageAsync(Portal portal, string language = "ko-KR", int width = 1440, int height = 900, bool javaScript = true)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = portal.Address.ToString(),
            Locale = language,
            TimezoneId = "Asia/Seoul",
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await context.NewPageAsync();
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
