using Microsoft.Playwright;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Browser.Tests.Access;

/// <summary>A form that is sent empty: the summary takes focus, and the page is as accessible as before.</summary>
[Collection(BrowserCollection.Name)]
public class FormErrorTests(Chromium chromium, Portal portal)
{
    [BrowserTheory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task EveryNewForm_SentEmpty_SaysWhatIsWrongToEverybody(string language)
    {
        var ids = await SampleIds.OfAsync(portal);
        var forms = Addresses.Of(portal, ids).Where(page => page.Address.EndsWith("/new", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(forms);

        var faults = new List<string>();
        foreach (var reader in forms.GroupBy(form => form.Reader))
        {
            var page = await chromium.NewPageAsync(portal, email: ids.PersonOf(reader.Key));
            await page.GotoAsync($"/accessibility?culture={language}&contrast=normal");
            foreach (var (_, address) in reader)
            {
                await page.SetViewportSizeAsync(Inspection.Phone, 780);
                await page.GotoAsync(address);
                await EmptyAsync(page);
                await LeaveAsync(page, () => page.Locator("main form[method=post] button[type=submit]").Last.ClickAsync());
                if (await page.EvaluateAsync<string>("() => document.activeElement.id") != "error-summary")
                {
                    faults.Add($"{address}  the summary has not the focus");
                    continue;
                }

                faults.AddRange((await Inspection.FaultsAsync(page)).Select(fault => $"{address}  {fault}"));
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count}:\n{string.Join('\n', faults)}");
    }

    [BrowserFact]
    public async Task Keyboard_Alone_SignsInFindsAMissionAndMendsAForm()
    {
        var ids = await SampleIds.OfAsync(portal);
        var page = await chromium.NewPageAsync(portal);
        await page.GotoAsync("/missions");

        await TabToAsync(page, "#Email");
        await page.Keyboard.TypeAsync(ids.PersonOf(Role.Officer));
        await TabToAsync(page, "#Password");
        await page.Keyboard.TypeAsync(portal.SamplePassword);
        await EnterAsync(page, "/missions");

        // The first stop of the Tab key leads past the menu.
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
        Assert.True(await page.Locator("#krds-skip-link a").IsVisibleAsync());
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("() => document.activeElement.id"));

        await TabToAsync(page, "table tbody a[href^='/missions/']");
        await EnterAsync(page, "/missions/");
        await TabToAsync(page, "header .gnav a[href='/missions']");
        await EnterAsync(page, "/missions");
        await TabToAsync(page, "a[href='/missions/new']");
        await EnterAsync(page, "/missions/new");
        await TabToAsync(page, "main form[method=post] button[type=submit]");
        await EnterAsync(page, "/missions/new");

        Assert.Equal("error-summary", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await TabToAsync(page, "#error-summary a[href='#TitleKo']");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("TitleKo", await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    private static async Task EmptyAsync(IPage page)
    {
        foreach (var field in await page.Locator("main form[method=post] :is(input:not([type=hidden], [type=radio], [type=checkbox], [type=submit], [type=file]), textarea):visible").AllAsync())
        {
            await field.FillAsync("");
        }
    }

    /// <summary>Presses Tab until the element has the focus; each stop on the way can be seen.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var seen = await page.EvaluateAsync<string?>("""
                () => {
                  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
                  const label = at.labels?.[0], ring = e => { const s = getComputedStyle(e); return s.boxShadow !== 'none' || s.outlineStyle !== 'none'; };
                  return at === document.body || (box.width > 0 && ring(at)) || (label && ring(label)) ? null : at.outerHTML.slice(0, 200);
                }
                """);
            Assert.Null(seen);
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"200 presses of Tab do not lead to {selector} on {page.Url}.");
    }

    private static async Task EnterAsync(IPage page, string address)
    {
        await LeaveAsync(page, () => page.Keyboard.PressAsync("Enter"));
        Assert.StartsWith(address, new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>Until the next page has loaded, whatever its address.</summary>
    private static async Task LeaveAsync(IPage page, Func<Task> act)
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage loaded) => arrived.TrySetResult();
        page.Load += Arrive;
        await act();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.Load -= Arrive;
    }
}
