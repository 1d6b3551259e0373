using System.Globalization;
using System.Net;
using System.Text.Json;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.People;

/// <summary>When a session ends, by the server's clock: idle for 30 minutes.</summary>
public sealed class SessionEndTests
{
    [Fact]
    public async Task Page_SaysWhenItsSessionEnds_AndTheSignInPageNothing()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var visitor = portal.Visit();
        Assert.Null((await visitor.GetPageAsync("/account/sign-in")).Document.QuerySelector("[data-session]"));
        await visitor.SignInAsync(World.Officer, World.Password);

        Assert.Equal(1800, LeftOf(await visitor.GetPageAsync("/missions")));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1740, LeftOf(await visitor.GetPageAsync("/missions")));

        // The session is checked and renewed after two minutes, as the cookie says too.
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1800, LeftOf(await visitor.GetPageAsync("/missions")));
        Assert.Equal(1800, await AskAsync(visitor));
    }

    [Fact]
    public async Task AskingAndFiles_ExtendNothing()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var visitor = portal.Visit();
        await visitor.SignInAsync(World.Officer, World.Password);

        for (var minute = 1; minute < 30; minute++)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(1800 - (60 * minute), await AskAsync(visitor));
            using var file = await visitor.GetAsync("/js/session.js");
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await AskAsync(visitor));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(29)]
    public async Task Renewal_GivesTheFullTimeAgain(int minutes)
    {
        await using var portal = await OwnPortal.OpenAsync();
        var visitor = portal.Visit();
        await visitor.SignInAsync(World.Officer, World.Password);
        var token = (await visitor.GetPageAsync("/account/profile")).Field("input[name=__RequestVerificationToken]").Value;
        portal.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(1800, await RenewAsync(visitor, token));

        portal.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(60, await AskAsync(visitor));
    }

    [Fact]
    public async Task Renewal_WithoutTokenOrSession_IsRefused()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var visitor = portal.Visit();
        await visitor.SignInAsync(World.Officer, World.Password);
        var token = (await visitor.GetPageAsync("/account/profile")).Field("input[name=__RequestVerificationToken]").Value;
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        using var bare = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri("https://localhost/api/session/renewal")));
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        portal.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(await RenewAsync(visitor, token));
    }

    private static double LeftOf(Page page) => double.Parse(page.Document.QuerySelector("[data-session=warning]")!.GetAttribute("data-left")!, CultureInfo.InvariantCulture);

    private static async Task<double?> AskAsync(Visitor visitor)
    {
        using var answer = await visitor.GetAsync("/api/session/end");
        return await ReadAsync(answer);
    }

    private static async Task<double?> RenewAsync(Visitor visitor, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://localhost/api/session/renewal"));
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await visitor.SendAsync(request);
        return await ReadAsync(answer);
    }

    private static async Task<double?> ReadAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            return null;
        }

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Math.Round(JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("secondsLeft").GetDouble());
    }
}
