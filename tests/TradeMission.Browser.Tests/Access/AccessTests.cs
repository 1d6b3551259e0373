using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Browser.Tests.Access;

/// <summary>Every page, in both languages, at both widths: nothing that axe finds against WCAG 2.2 AA, and no scrolling sideways.</summary>
[Collection(BrowserCollection.Name)]
public class AccessTests(Chromium chromium, Portal portal)
{
    [BrowserTheory]
    [InlineData("ko", "normal")]
    [InlineData("en", "normal")]
    [InlineData("ko", "high")]
    public async Task EveryPage_IsForEverybody(string language, string contrast)
    {
        var ids = await SampleIds.OfAsync(portal);
        var addresses = Addresses.Of(portal, ids);
        Assert.True(addresses.Count > 20, "The portal has hardly any page.");

        var faults = new List<string>();
        foreach (var reader in addresses.GroupBy(address => address.Reader))
        {
            var page = await chromium.NewPageAsync(portal, email: reader.Key == Role.Anonymous ? null : ids.PersonOf(reader.Key));
            await page.GotoAsync($"/accessibility?culture={language}&contrast={contrast}");
            foreach (var (_, address) in reader)
            {
                // Contrast changes colours and no measures.
                var found = contrast == "high" ? await Inspection.AtDeskAsync(page, address) : await Inspection.OfAsync(page, address);
                faults.AddRange(found.Select(fault => $"{reader.Key} {fault}"));
            }

            Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
            Assert.Equal(contrast == "high" ? "high-contrast" : null, await page.GetAttributeAsync("html", "data-krds-mode"));

            await page.Context.CloseAsync();
        }

        Assert.True(faults.Count == 0, $"{faults.Count}:\n{string.Join('\n', faults)}");
    }
}
