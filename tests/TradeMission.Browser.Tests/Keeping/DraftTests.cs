using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TradeMission.Browser.Tests.Access;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Browser.Tests.Keeping;

/// <summary>What is typed into a long form survives the page.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DraftTests(Chromium chromium, Portal portal)
{
    private const string Offer = "[data-draft]";
    private const string State = "[data-draft-state]";

    private static readonly LocatorAssertionsToHaveTextOptions Patiently = new() { Timeout = 15_000 };

    [BrowserFact]
    public async Task NewCompany_LeftAndOpenedAgain_GoesOnWhereItWas()
    {
        var ids = await SampleIds.OfAsync(portal);
        var page = await chromium.NewPageAsync(portal, language: "en-GB", email: ids.PersonOf(Role.Officer));
        await page.GotoAsync("/companies/new?culture=en");
        await page.FillAsync("#NameKo", "임시 기업");
        await page.SelectOptionAsync("#Size", "Small");
        await page.FillAsync("#Notes", "first line\nsecond <line>");
        await Assertions.Expect(page.Locator(State)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Draft saved [0-9]{2}:[0-9]{2}$"), Patiently);

        await page.GotoAsync("/companies");
        await page.GotoAsync("/companies/new");
        await Assertions.Expect(page.Locator(Offer)).ToBeVisibleAsync();
        Assert.Empty(await Inspection.FaultsAsync(page));
        await Assertions.Expect(page.Locator("#NameKo")).ToHaveValueAsync("");
        await page.ClickAsync("[data-draft-act=continue]");

        await Assertions.Expect(page.Locator("#NameKo")).ToHaveValueAsync("임시 기업");
        await Assertions.Expect(page.Locator("#Size")).ToHaveValueAsync("Small");
        await Assertions.Expect(page.Locator("#Notes")).ToHaveValueAsync("first line\nsecond <line>");
        await page.ClickAsync("main .save-bar button[type=submit]");
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        var answer = await page.RunAndWaitForResponseAsync(() => page.GotoAsync("/companies/new"), response => response.Url.Contains("/api/drafts", StringComparison.Ordinal));
        Assert.Equal(204, answer.Status);
        await Assertions.Expect(page.Locator(Offer)).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Discarded_IsNotOfferedAgain()
    {
        var ids = await SampleIds.OfAsync(portal);
        var page = await chromium.NewPageAsync(portal, email: ids.PersonOf(Role.Officer));
        await page.GotoAsync("/sister-cities/new");
        await page.FillAsync("#NameKo", "버릴 도시");
        await Assertions.Expect(page.Locator(State)).Not.ToHaveTextAsync("", Patiently);
        await page.ReloadAsync();

        await page.RunAndWaitForResponseAsync(() => page.ClickAsync("[data-draft-act=discard]"), response => response.Request.Method == "DELETE");

        await Assertions.Expect(page.Locator(Offer)).ToBeHiddenAsync();
        var answer = await page.RunAndWaitForResponseAsync(() => page.ReloadAsync(), response => response.Url.Contains("/api/drafts", StringComparison.Ordinal));
        Assert.Equal(204, answer.Status);
    }

    [BrowserFact]
    public async Task Consultation_ChosenBuyer_ComesBackWithTheDraft()
    {
        var ids = await SampleIds.OfAsync(portal);
        var page = await chromium.NewPageAsync(portal, email: ids.PersonOf(Role.Officer));
        var address = $"/consultations/{ids.Of("consultations")}/edit";
        await page.GotoAsync(address);
        var buyer = await OtherBuyerAsync(long.Parse(ids.Of("consultations"), System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("[name=BuyerName]", buyer);
        await page.Locator("#buyer-list [role=option]").First.ClickAsync();
        await page.FillAsync("#Notes", "임시 메모");
        var chosen = await page.InputValueAsync("[name=BuyerChoice]");
        await Assertions.Expect(page.Locator(State)).Not.ToHaveTextAsync("", Patiently);
        await page.ReloadAsync();

        await page.ClickAsync("[data-draft-act=continue]");

        await Assertions.Expect(page.Locator("[name=BuyerChoice]")).ToHaveValueAsync(chosen);
        await Assertions.Expect(page.Locator("[name=BuyerName]")).ToHaveValueAsync(buyer);
        await Assertions.Expect(page.Locator("#Notes")).ToHaveValueAsync("임시 메모");
    }

    private async Task<string> OtherBuyerAsync(long consultation)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradeDbContext>();
        var own = await db.Consultations.Where(known => known.Id == consultation).Select(known => known.BuyerId).SingleAsync();
        return await db.Buyers.Where(buyer => buyer.Id != own && buyer.Credit != Domain.Buyers.Credit.Blocked).OrderByDescending(buyer => buyer.Id).Select(buyer => buyer.Name).FirstAsync();
    }
}
