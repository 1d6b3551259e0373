using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TradeMission.Browser.Tests.Access;

/// <summary>What is wrong with a page for somebody who cannot see it well, reads it on a phone, or uses no mouse.</summary>
internal static class Inspection
{
    /// <summary>The narrowest phone that is served.</summary>
    public const int Phone = 360;
    public const int Desk = 1440;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>In the page itself: the package's own way opens a further page for every run, which costs more than the run.</summary>
    private const string Run = """
        () => axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'], elementRef: false })
          .then(result => result.violations.flatMap(violation => violation.nodes.slice(0, 4).map(node =>
            `${violation.id}: ${node.target} ${node.html.slice(0, 160)} (${[...node.any, ...node.all, ...node.none].map(check => check.message).join(' ')})`)))
        """;

    /// <summary>Opens the address and inspects it at a desk's width and at a phone's.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(IPage page, string address)
    {
        var faults = new List<string>(await AtDeskAsync(page, address));
        await page.SetViewportSizeAsync(Phone, 780);

        // What scrolls now becomes focusable when the page has drawn itself in its new width.
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        faults.AddRange((await FaultsAsync(page)).Concat(await WideAsync(page)).Select(fault => $"{address}  {fault}"));
        return faults;
    }

    /// <summary>Opens the address and inspects it at a desk's width.</summary>
    public static async Task<IReadOnlyList<string>> AtDeskAsync(IPage page, string address)
    {
        await page.SetViewportSizeAsync(Desk, 900);
        await page.GotoAsync(address);
        return [.. (await FaultsAsync(page)).Concat(await MissingAsync(page)).Concat(await WideAsync(page)).Select(fault => $"{address}  {fault}")];
    }

    /// <summary>What axe finds against WCAG 2.2 AA.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var width = page.ViewportSize!.Width;
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        return [.. (await page.EvaluateAsync<string[]>(Run)).Select(fault => $"[{width}] {fault}")];
    }

    /// <summary>One main heading, a title, a language.</summary>
    private static async Task<IEnumerable<string>> MissingAsync(IPage page)
    {
        var headings = await page.Locator("h1").CountAsync();
        var title = await page.TitleAsync();
        return [.. headings == 1 ? Array.Empty<string>() : [$"{headings} h1"], .. title.Length > 0 ? Array.Empty<string>() : ["no title"]];
    }

    /// <summary>What makes the page scroll sideways.</summary>
    private static async Task<IEnumerable<string>> WideAsync(IPage page)
    {
        var wide = await page.EvaluateAsync<string[]>("""
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              const clipped = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
              return [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1 && !clipped(e)).slice(0, 4)
                .map(e => `${e.tagName.toLowerCase()}.${e.className} ends at ${Math.round(e.getBoundingClientRect().right)}`).concat(`the page is ${document.documentElement.scrollWidth} wide`);
            }
            """);
        return wide.Select(element => $"[{page.ViewportSize!.Width}] scrolls sideways: {element}");
    }
}
