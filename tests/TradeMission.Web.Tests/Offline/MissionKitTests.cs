using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Localization;
using TradeMission.Domain.Buyers;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Offline;

public sealed partial class MissionKitTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_HoldsWhatTheEntryPageNeedsAndNothingElse()
    {
        await using (var db = portal.Open())
        {
            db.Buyers.Add(new Buyer { Name = "Elsewhere Inc", Country = "US" });
            await db.SaveChangesAsync();
        }

        var kit = await GetAsync(World.Ids.Underway);

        Assert.Equal(
            ["userId", "userName", "mission", "companies", "stops", "buyers", "currencies", "unitLabel", "unitSize", "today", "rows", "rowCount", "rowSum"],
            kit.EnumerateObject().Select(property => property.Name));
        Assert.Equal("TM-2026-001", kit.GetProperty("mission").GetProperty("reference").GetString());
        Assert.Equal([World.Ids.AUnderway, World.Ids.BUnderway], kit.GetProperty("companies").EnumerateArray().Select(one => one.GetProperty("id").GetInt64()).Order());
        Assert.Equal(["Asia/Jakarta", "Asia/Ho_Chi_Minh"], kit.GetProperty("stops").EnumerateArray().Select(one => one.GetProperty("timeZone").GetString()));
        var buyers = kit.GetProperty("buyers").EnumerateArray().ToList();
        Assert.Equal(
            [World.Ids.BuyerNusantara, World.Ids.BuyerSaigon, World.Ids.BuyerHanoi, World.Ids.BuyerBlocked], buyers.Select(one => one.GetProperty("id").GetInt64()).Order());
        Assert.True(buyers.Single(one => one.GetProperty("id").GetInt64() == World.Ids.BuyerBlocked).GetProperty("blocked").GetBoolean());
        Assert.Equal("2026-11-04", kit.GetProperty("today").GetString());
    }

    [Fact]
    public async Task Get_UnknownMission_IsNotFound()
    {
        using var answer = await (await portal.SignInAsync(World.Officer)).GetAsync("/api/missions/99999/kit");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Shell_ShowsNobodysData(string language)
    {
        var officer = portal.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        var chosen = officer.Cookies.GetValueOrDefault(CookieRequestCultureProvider.DefaultCookieName);

        var page = await officer.GetPageAsync($"/offline/entry?ui-culture={language}");

        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.Document.QuerySelector("form[data-entry] [name=StopId]"));
        Assert.DoesNotContain("김담당", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TM-2026", page.Text, StringComparison.Ordinal);
        Assert.Equal(chosen, officer.Cookies.GetValueOrDefault(CookieRequestCultureProvider.DefaultCookieName));
    }

    /// <summary>One file that is not there, and a device could store nothing at all.</summary>
    [Fact]
    public async Task Worker_NamesFilesThatAreThere()
    {
        var visitor = portal.Visit();
        var assets = await AssetsAsync(visitor);

        Assert.Contains("/lib/idb/index.js", assets);
        Assert.Contains("/js/offline/page.js", assets);
        Assert.Contains(assets, asset => asset.EndsWith(".woff2", StringComparison.Ordinal));
        foreach (var asset in assets)
        {
            using var file = await visitor.GetAsync(asset);
            Assert.Equal((asset, HttpStatusCode.OK), (asset, file.StatusCode));
        }
    }

    /// <summary>One file that is not stored, and the page would do nothing without a network.</summary>
    [Fact]
    public async Task Worker_NamesWhateverThePageAndItsScriptsLoad()
    {
        var visitor = portal.Visit();
        var assets = await AssetsAsync(visitor);
        var page = await visitor.GetPageAsync("/offline/entry");
        var wanted = page.Document.QuerySelectorAll("script[src], link[href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!)
            .Select(address => (By: "/offline/entry", Address: address.Split('?')[0])).ToList();
        foreach (var script in assets.Where(asset => asset.EndsWith(".js", StringComparison.Ordinal)))
        {
            using var file = await visitor.GetAsync(script);
            wanted.AddRange(Imported().Matches(await file.Content.ReadAsStringAsync()).Select(match => (script, new Uri(new Uri(page.Address, script), match.Groups[1].Value).AbsolutePath)));
        }

        Assert.Contains(("/offline/entry", "/js/offline/page.js"), wanted);
        Assert.Contains(("/js/entry.js", "/js/amounts.js"), wanted);
        Assert.Contains(("/js/offline/page.js", "/js/entry.js"), wanted);
        Assert.Empty(wanted.Where(one => !assets.Contains(one.Address)));
    }

    private static async Task<List<string>> AssetsAsync(Visitor visitor)
    {
        using var answer = await visitor.GetAsync("/offline/worker.js");
        Assert.Equal("/missions/", Assert.Single(answer.Headers.GetValues("Service-Worker-Allowed")));
        var script = await answer.Content.ReadAsStringAsync();
        var release = JsonElement.Parse(script["self.release = ".Length..script.IndexOf(";\n", StringComparison.Ordinal)]);
        return [.. release.GetProperty("assets").EnumerateArray().Select(one => one.GetString()!)];
    }

    [GeneratedRegex("""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""")]
    private static partial Regex Imported();

    private async Task<JsonElement> GetAsync(long mission)
    {
        using var answer = await (await portal.SignInAsync(World.Officer)).GetAsync($"/api/missions/{mission}/kit");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }
}
