using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.People;

public sealed class SignInTests(Portal portal) : IClassFixture<Portal>
{
    private const string Refused = "이메일이나 비밀번호가 맞지 않거나, 지금은 쓸 수 없는 계정입니다.";

    [Fact]
    public async Task Get_PageWithoutSession_LeadsThroughSignInBackToIt()
    {
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync("/account/profile");
        Assert.Equal("/account/sign-in", form.Address.AbsolutePath);

        var page = await visitor.SubmitAsync(form, new() { ["Email"] = World.Officer, ["Password"] = World.Password });

        Assert.Equal("/account/profile", page.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Post_AddressOfAnotherSite_IsNotGoneTo(string address)
    {
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(address)}");

        var page = await visitor.SubmitAsync(form, new() { ["Email"] = World.Manager, ["Password"] = World.Password });

        Assert.Equal("localhost", page.Address.Host);
        Assert.Equal("/dashboard", page.Address.AbsolutePath);
    }

    [Theory]
    [InlineData(World.Officer, "not-the-password-1")]
    [InlineData("nobody@city.example", "not-the-password-1")]
    [InlineData("nobody@city.example", World.Password)]
    public async Task Post_WrongPairs_AllReadTheSame(string email, string password)
    {
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync("/account/sign-in");

        var page = await visitor.SubmitAsync(form, new() { ["Email"] = email, ["Password"] = password });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Refused, page.Text, StringComparison.Ordinal);
        Assert.Equal(email, page.Field("#Email").Value);
        Assert.Equal("", page.Field("#Password").Value);
        Assert.DoesNotContain("TradeMission.Session", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task Post_NothingFilledIn_SaysSoBesideTheFields()
    {
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync("/account/sign-in?culture=en");

        var page = await visitor.SubmitAsync(form);

        Assert.Equal(2, page.Document.QuerySelectorAll("input[aria-invalid=true]").Length);
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefused()
    {
        var visitor = portal.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent([new("Email", World.Officer), new("Password", World.Password)]),
        };

        using var answer = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("TradeMission.Session", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        var visitor = portal.Visit();
        await visitor.SignInAsync(World.CompanyB, World.Password);
        var page = await visitor.GetPageAsync("/account/profile");

        var after = await visitor.SubmitAsync(page, form: "form.out");

        Assert.Equal("/account/sign-in", after.Address.AbsolutePath);
        Assert.Equal("/account/sign-in", (await visitor.GetPageAsync("/account/profile")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Session_Cookie_IsOutOfReachOfScriptsAndOtherSites()
    {
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync("/account/sign-in");
        var token = form.Field("input[name=__RequestVerificationToken]").Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent([new("Email", World.Officer), new("Password", World.Password), new("__RequestVerificationToken", token)]),
        };

        using var answer = await visitor.SendAsync(request);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("TradeMission.Session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Session_IdleForHalfAnHour_IsOver()
    {
        await using var own = await OwnPortal.OpenAsync();
        var visitor = own.Visit();
        await visitor.SignInAsync(World.Officer, World.Password);

        own.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("/account/profile", (await visitor.GetPageAsync("/account/profile")).Address.AbsolutePath);
        own.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("/account/profile", (await visitor.GetPageAsync("/account/profile")).Address.AbsolutePath);
        own.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("/account/sign-in", (await visitor.GetPageAsync("/account/profile")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Session_OfAnAccountSwitchedOff_EndsWithinMinutesAndDoesNotComeBack()
    {
        await using var own = await OwnPortal.OpenAsync();
        var visitor = own.Visit();
        await visitor.SignInAsync(World.CompanyA, World.Password);
        await using (var db = own.Open())
        {
            var user = await db.Users.SingleAsync(user => user.Email == World.CompanyA);
            (user.IsActive, user.SecurityStamp) = (false, Guid.NewGuid().ToString());
            await db.SaveChangesAsync();
        }

        own.Clock.Advance(TimeSpan.FromMinutes(3));

        var form = await visitor.GetPageAsync("/account/profile");
        Assert.Equal("/account/sign-in", form.Address.AbsolutePath);
        var page = await visitor.SubmitAsync(form, new() { ["Email"] = World.CompanyA, ["Password"] = World.Password });
        Assert.Contains(Refused, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_InTesting_OffersNoSampleUsers() =>
        Assert.Null((await portal.Visit().GetPageAsync("/account/sign-in")).Document.QuerySelector(".dev"));
}
