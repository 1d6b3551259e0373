using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.People;

public sealed class AttemptLimitTests
{
    [Theory]
    [InlineData(World.Officer)]
    [InlineData("nobody@city.example")]
    public async Task SignIn_TooOftenForOneAccount_StopsBeforeTheHash(string email)
    {
        await using var portal = await OwnPortal.OpenAsync();
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync("/account/sign-in?culture=en");
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            var page = await TryAsync(visitor, form, email);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(attempt, portal.Hashes.Verified);
        }

        var refused = await TryAsync(visitor, form, email);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("en", refused.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(10, portal.Hashes.Verified);
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(visitor, form, "another@city.example")).Status);
    }

    [Fact]
    public async Task SignIn_TooOftenFromOneAddress_StopsBeforeTheHash()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync("/account/sign-in");
        for (var attempt = 1; attempt <= 30; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await TryAsync(visitor, form, $"somebody{attempt}@city.example")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(visitor, form, "one-more@city.example")).Status);
        Assert.Equal(30, portal.Hashes.Verified);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetPageAsync("/account/sign-in")).Status);
    }

    [Fact]
    public async Task ForgottenPassword_TooOftenForOneAccount_Stops()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync("/account/forgotten-password");
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.SubmitAsync(form, new() { ["Email"] = World.Officer })).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.SubmitAsync(form, new() { ["Email"] = World.Officer.ToUpperInvariant() })).Status);
        Assert.Equal(10, (await portal.MailsAsync()).Count);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LockTheAccountAndTellItsOwnerOnly()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync("/account/sign-in");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await TryAsync(visitor, form, World.Officer);
        }

        var page = await TryAsync(visitor, form, World.Officer, World.Password);

        Assert.Equal("/account/sign-in", page.Address.AbsolutePath);
        Assert.Contains("이메일이나 비밀번호가 맞지 않거나", page.Text, StringComparison.Ordinal);
        Assert.Equal(6, portal.Hashes.Verified);
        await using var db = portal.Open();
        var lockedUntil = (await db.Users.SingleAsync(user => user.Email == World.Officer)).LockoutEnd;
        Assert.InRange(lockedUntil!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));
        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Equal("계정이 잠겼습니다", mail.Subject);
        Assert.True(await db.AuditEntries.AnyAsync(entry => entry.Record == "User" && entry.Changes.Contains("LockoutEnd")));
    }

    [Fact]
    public async Task SignIn_FourWrongPasswordsThenTheRightOne_LetsIn()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync("/account/sign-in");
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await TryAsync(visitor, form, World.Officer);
        }

        await TryAsync(visitor, form, World.Officer, World.Password);

        Assert.Equal("/account/profile", (await visitor.GetPageAsync("/account/profile")).Address.AbsolutePath);
        Assert.Empty(await portal.MailsAsync());
    }

    private static Task<Page> TryAsync(Visitor visitor, Page form, string email, string password = "not-the-password-1") =>
        visitor.SubmitAsync(form, new() { ["Email"] = email, ["Password"] = password });
}
