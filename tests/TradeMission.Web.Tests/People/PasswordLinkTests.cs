using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.People;

public sealed partial class PasswordLinkTests
{
    private const string Next = "바다 건너 만난 바이어 2027";

    [Fact]
    public async Task ForgottenPassword_LinkFromTheMail_SetsANewPasswordOnceAndEndsSessions()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var elsewhere = portal.Visit();
        await elsewhere.SignInAsync(World.Officer, World.Password);
        await AskAsync(portal, World.Officer);
        var link = LinkIn(Assert.Single(await portal.MailsAsync()));

        var late = portal.Visit();
        var lateForm = await late.GetPageAsync(link);

        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync(link);
        var done = await visitor.SubmitAsync(form, new() { ["NewPassword"] = Next, ["Repeat"] = Next });

        Assert.Equal("/account/sign-in", done.Address.AbsolutePath);
        await visitor.SignInAsync(World.Officer, Next);
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Visit().SignInAsync(World.Officer, World.Password));
        Assert.Equal(HttpStatusCode.Gone, (await portal.Visit().GetPageAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await late.SubmitAsync(lateForm, new() { ["NewPassword"] = Next + "!", ["Repeat"] = Next + "!" })).Status);
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("/account/sign-in", (await elsewhere.GetPageAsync("/account/profile")).Address.AbsolutePath);
        Assert.Equal("비밀번호가 바뀌었습니다", (await portal.MailsAsync())[^1].Subject);
        await using var db = portal.Open();
        var entry = await db.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync(entry => entry.Record == "User" && entry.Changes.Contains("PasswordHash"));
        Assert.Equal("김담당", entry.ActorName);
        Assert.DoesNotContain(await db.Users.Where(user => user.Email == World.Officer).Select(user => user.PasswordHash!).SingleAsync(), entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgottenPassword_KnownUnknownAndSwitchedOff_ReadTheSameAndOnlyTheKnownGetsMail()
    {
        await using var portal = await OwnPortal.OpenAsync();
        await using (var db = portal.Open())
        {
            (await db.Users.SingleAsync(user => user.Email == World.CompanyB)).IsActive = false;
            await db.SaveChangesAsync();
        }

        var known = await AskAsync(portal, World.Manager);
        var unknown = await AskAsync(portal, "nobody@city.example");
        var off = await AskAsync(portal, World.CompanyB);

        Assert.Equal(known.Text, unknown.Text);
        Assert.Equal(known.Text, off.Text);
        Assert.Equal(World.Manager, Assert.Single(await portal.MailsAsync()).To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task ForgottenPassword_LockedAccount_IsOpenAgainWithTheNewPassword()
    {
        await using var portal = await OwnPortal.OpenAsync();
        await using (var db = portal.Open())
        {
            (await db.Users.SingleAsync(user => user.Email == World.Manager)).LockoutEnd = TimeProvider.System.GetUtcNow().AddMinutes(10);
            await db.SaveChangesAsync();
        }

        await AskAsync(portal, World.Manager);
        var visitor = portal.Visit();
        await visitor.SubmitAsync(await visitor.GetPageAsync(LinkIn((await portal.MailsAsync())[0])), new() { ["NewPassword"] = Next, ["Repeat"] = Next });

        await visitor.SignInAsync(World.Manager, Next);
    }

    [Theory]
    [InlineData("짧은 말", "10자 이상")]
    [InlineData("aaaaaaaaaaaa", "서로 다른 글자")]
    [InlineData("Password2026!", "흔히 쓰는")]
    [InlineData("010-1234-5678", "흔히 쓰는")]
    [InlineData("나는 김담당 입니다만", "이름이나 이메일")]
    [InlineData("my-OFFICER-account", "이름이나 이메일")]
    public async Task Reset_WeakPassword_IsRefusedBesideTheField(string password, string why)
    {
        await using var portal = await OwnPortal.OpenAsync();
        await AskAsync(portal, World.Officer);
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync(LinkIn((await portal.MailsAsync())[0]));

        var page = await visitor.SubmitAsync(form, new() { ["NewPassword"] = password, ["Repeat"] = password });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(why, string.Join(' ', page.Texts(".form-group.is-error:has(#NewPassword), .form-group:has(#NewPassword[aria-invalid=true])")), StringComparison.Ordinal);
        await portal.Visit().SignInAsync(World.Officer, World.Password);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?user=1&token=")]
    [InlineData("?user=1&token=bm90LWEtdG9rZW4")]
    [InlineData("?user=1&token=%%%")]
    [InlineData("?user=999&token=bm90LWEtdG9rZW4")]
    public async Task Links_Forged_ShowTheWayToANewOne(string query)
    {
        await using var portal = await OwnPortal.OpenAsync();
        foreach (var address in new[] { "/account/reset-password", "/account/invitation" })
        {
            Assert.Equal(HttpStatusCode.Gone, (await portal.Visit().GetPageAsync(address + query)).Status);
        }
    }

    [Fact]
    public async Task Mail_IsInTheReadersLanguage_WhateverTheVisitorReads()
    {
        await using var portal = await OwnPortal.OpenAsync();
        await using (var db = portal.Open())
        {
            (await db.Users.SingleAsync(user => user.Email == World.Manager)).Language = "en";
            await db.SaveChangesAsync();
        }

        await AskAsync(portal, World.Manager);
        await AskAsync(portal, World.Officer, "?culture=en");

        Assert.Equal(["Choose a new password", "비밀번호를 새로 정하십시오"], (await portal.MailsAsync()).Select(mail => mail.Subject));
    }

    internal static string LinkIn(MimeKit.MimeMessage mail) => Link().Match(mail.TextBody!).Value;

    private static async Task<Page> AskAsync(OwnPortal portal, string email, string query = "")
    {
        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync("/account/forgotten-password" + query);
        return await visitor.SubmitAsync(form, new() { ["Email"] = email });
    }

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Link();
}
