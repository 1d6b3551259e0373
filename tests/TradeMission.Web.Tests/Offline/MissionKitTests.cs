using System.Net;
using System.Text.Json;
using TradeMission.Domain.Buyers;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Offline;

public sealed class MissionKitTests(Portal portal) : IClassFixture<Portal>
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

        var page = await officer.GetPageAsync($"/offline/entry?ui-culture={language}");

        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.Document.QuerySelector("form[data-entry] [name=StopId]"));
        Assert.DoesNotContain("김담당", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TM-2026", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("culture", string.Join(' ', officer.Cookies.Keys), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>One file that is not there, and a device could store nothing at all.</summary>
    [Fact]
    public async Task Worker_NamesFilesThatAreThere()
    {
        var visitor = portal.Visit();
        using var answer = await visitor.GetAsync("/offline/worker.js");
        var script = await answer.Content.ReadAsStringAsync();
        var release = JsonElement.Parse(script["self.release = ".Length..script.IndexOf(";\n", StringComparison.Ordinal)]);
        var assets = release.GetProperty("assets").EnumerateArray().Select(one => one.GetString()!).ToList();

        Assert.Equal("/missions/", Assert.Single(answer.Headers.GetValues("Service-Worker-Allowed")));
        Assert.Contains("/lib/idb/index.js", assets);
        Assert.Contains("/js/offline/page.js", assets);
        Assert.Contains(assets, asset => asset.EndsWith(".woff2", StringComparison.Ordinal));
        foreach (var asset in assets)
        {
            using var file = await visitor.GetAsync(asset);
            Assert.Equal((asset, HttpStatusCode.OK), (asset, file.StatusCode));
        }
    }

    private async Task<JsonElement> GetAsync(long mission)
    {
        using var answer = await (await portal.SignInAsync(World.Officer)).GetAsync($"/api/missions/{mission}/kit");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }
}
