using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Web.Infrastructure.Schedule;
using TradeMission.Web.Tests.Data;
using TradeMission.Web.Tests.People;

namespace TradeMission.Web.Tests.Drafts;

public sealed class DraftTests(Portal portal) : IClassFixture<Portal>
{
    private const string New = "/companies/new";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("/missions/new")]
    [InlineData("/missions/past/new")]
    [InlineData("/missions/1/edit")]
    [InlineData("/companies/new")]
    [InlineData("/companies/1/edit")]
    [InlineData("/buyers/new")]
    [InlineData("/buyers/1/edit")]
    [InlineData("/sister-cities/new")]
    [InlineData("/sister-cities/1/edit")]
    [InlineData("/consultations/1/edit")]
    [InlineData("/missions/1/consultations/new")]
    [InlineData("/deals/1/steps/new")]
    [InlineData("/consultations/2/deals/new")]
    public async Task LongForm_NamesItsDraft(string address)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.GetPageAsync(address);

        Assert.Equal(address, page.Document.QuerySelector("main form[method=post] input[name=DraftOf]")?.GetAttribute("value"));
        Assert.Equal("true", page.Document.QuerySelector("[data-draft]")!.GetAttribute("data-offers"));
        Assert.Equal("status", page.Document.QuerySelector("[data-draft-state]")!.GetAttribute("role"));
    }

    [Fact]
    public async Task Put_ThenGet_GivesBackWhatWasTyped_ToNobodyElse()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (status, answer) = await PutAsync(officer, New, [["NameKo", "작성 중 <기업>"], ["ExportCountries", "ID"], ["ExportCountries", "VN"]]);

        Assert.Equal((HttpStatusCode.OK, "임시저장됨 10:00"), (status, answer.GetProperty("text").GetString()));
        var draft = await GetAsync(officer, New);
        Assert.Equal("10:00에 임시저장한 내용이 있습니다.", draft!.Value.GetProperty("text").GetString());
        Assert.Equal("""[["NameKo","작성 중 <기업>"],["ExportCountries","ID"],["ExportCountries","VN"]]""", Plain(draft.Value.GetProperty("fields")));
        Assert.Null(await GetAsync(officer, "/buyers/new"));
        Assert.Null(await GetAsync(await portal.SignInAsync(World.Manager), New));
        Assert.Null(await GetAsync(await portal.SignInAsync(World.CompanyA), New));
    }

    [Fact]
    public async Task Put_Again_ReplacesIt_AndDeleteDiscardsOnlyOnesOwn()
    {
        var (officer, manager) = (await portal.SignInAsync(World.Officer), await portal.SignInAsync(World.Manager));
        await PutAsync(officer, "/buyers/new", [["Name", "one"]]);
        await PutAsync(manager, "/buyers/new", [["Name", "mine"]]);
        await PutAsync(officer, "/buyers/new", [["Name", "two"]]);
        Assert.Contains("two", Plain((await GetAsync(officer, "/buyers/new"))!.Value), StringComparison.Ordinal);

        await SendAsync(officer, HttpMethod.Delete, "/api/drafts?address=%2Fbuyers%2Fnew", null);

        Assert.Null(await GetAsync(officer, "/buyers/new"));
        Assert.NotNull(await GetAsync(manager, "/buyers/new"));
    }

    [Fact]
    public async Task Put_SecretsAndTokens_AreNotKept()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await PutAsync(officer, "/sister-cities/new", [["NameKo", "시"], ["__RequestVerificationToken", "token"], ["NewPassword", "secret"], ["DraftOf", "/"]]);

        await using var db = portal.Open();
        var kept = await db.FormDrafts.SingleAsync(draft => draft.Address == "/sister-cities/new");
        Assert.DoesNotContain("token", kept.Fields, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", kept.Fields, StringComparison.Ordinal);
        Assert.DoesNotContain("DraftOf", kept.Fields, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/", "x")]
    [InlineData("//evil.example/", "x")]
    [InlineData("", "x")]
    [InlineData("/missions/new", null)]
    public async Task Put_Nonsense_IsRefused(string address, string? value)
    {
        var officer = await portal.SignInAsync(World.Officer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(officer, address, [["TitleKo", value]])).Status);
    }

    [Fact]
    public async Task Put_MoreThanAnyFormHolds_IsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(officer, "/missions/new", [["TitleKo", new string('가', 100_001)]])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(officer, "/missions/new", [.. Enumerable.Repeat(new[] { "TitleKo", "x" }, 501)])).Status);
        Assert.Null(await GetAsync(officer, "/missions/new"));
    }

    [Fact]
    public async Task Put_WithoutToken_IsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri("https://localhost/api/drafts")) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        using var answer = await officer.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Save_TakesTheDraftAway_ARefusedOneDoesNot()
    {
        await using var own = await OwnPortal.OpenAsync();
        var officer = own.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        var form = await officer.GetPageAsync(New);
        await PutAsync(officer, New, [["NameKo", "반쯤"], ["SubmissionId", form.Field("input[name=SubmissionId]").Value]]);

        var refused = await officer.SubmitAsync(form, new() { ["NameKo"] = "" });
        Assert.NotNull(await GetAsync(officer, New));
        Assert.Equal("false", refused.Document.QuerySelector("[data-draft]")!.GetAttribute("data-offers"));

        await officer.SubmitAsync(refused, new() { ["NameKo"] = "다 된 기업" });
        Assert.Null(await GetAsync(officer, New));

        // One that was still on its way when the form was saved is not offered again.
        await PutAsync(officer, New, [["NameKo", "늦은"], ["SubmissionId", form.Field("input[name=SubmissionId]").Value]]);
        Assert.Null(await GetAsync(officer, New));
    }

    [Fact]
    public async Task Save_OfWhatChangedMeanwhile_ShowsBoth_AndKeepsTheDraftUntilOneIsChosen()
    {
        await using var own = await OwnPortal.OpenAsync();
        var officer = own.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        var address = $"/buyers/{World.Ids.BuyerHanoi}/edit";
        var form = await officer.GetPageAsync(address);
        await PutAsync(officer, address, [["City", "Hue"], ["Version", form.Field("input[name=Version]").Value]]);
        await using (var db = own.Open())
        {
            (await db.Buyers.SingleAsync(buyer => buyer.Id == World.Ids.BuyerHanoi)).City = "Da Nang";
            await db.SaveChangesAsync();
        }

        // The page has the new version; the draft brings back the one that it was begun on.
        var draft = (await GetAsync(officer, address))!.Value.GetProperty("fields").EnumerateArray().ToDictionary(pair => pair[0].GetString()!, pair => pair[1].GetString());
        var conflict = await officer.SubmitAsync(await officer.GetPageAsync(address), draft);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.NotNull(await GetAsync(officer, address));

        await officer.SubmitAsync(conflict);
        Assert.Null(await GetAsync(officer, address));
    }

    [Fact]
    public async Task After30Days_ADraftIsGone()
    {
        await using var own = await OwnPortal.OpenAsync();
        var officer = own.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        await PutAsync(officer, New, [["NameKo", "오래된"]]);
        own.Clock.Advance(TimeSpan.FromDays(30));
        await officer.SignInAsync(World.Officer, World.Password);

        Assert.Null(await GetAsync(officer, New));
        await own.Services.GetRequiredService<DailySchedule>().RunNowAsync(CancellationToken.None);
        await using var db = own.Open();
        Assert.Empty(await db.FormDrafts.ToListAsync());
    }

    [Fact]
    public async Task Put_FiftyFirst_TheOldestGivesWay()
    {
        await using var own = await OwnPortal.OpenAsync();
        var officer = own.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        for (var number = 1; number <= 51; number++)
        {
            own.Clock.Advance(TimeSpan.FromSeconds(1));
            await PutAsync(officer, $"/missions/{number}/edit", [["TitleKo", "x"]]);
        }

        Assert.Null(await GetAsync(officer, "/missions/1/edit"));
        Assert.NotNull(await GetAsync(officer, "/missions/2/edit"));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PutAsync(Visitor visitor, string address, string?[][] fields) =>
        await SendAsync(visitor, HttpMethod.Put, "/api/drafts", JsonSerializer.Serialize(new { address, fields }));

    private static async Task<JsonElement?> GetAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync($"/api/drafts?address={Uri.EscapeDataString(address)}");
        return answer.StatusCode == HttpStatusCode.OK ? JsonElement.Parse(await answer.Content.ReadAsStringAsync()) : null;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(Visitor visitor, HttpMethod method, string address, string? body)
    {
        var tokens = await visitor.GetPageAsync("/account/profile");
        using var request = new HttpRequestMessage(method, new Uri(new Uri("https://localhost"), address));
        request.Headers.Add("RequestVerificationToken", tokens.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await visitor.SendAsync(request);
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.OK ? JsonElement.Parse(await answer.Content.ReadAsStringAsync()) : default);
    }

    private static string Plain(JsonElement element) => JsonSerializer.Serialize(element, Readable);
}
