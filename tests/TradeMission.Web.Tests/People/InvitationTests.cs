using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.People;

public sealed class InvitationTests
{
    private const string Chosen = "바다 건너 만난 바이어 2027";

    [Fact]
    public async Task Invite_Officer_ChoosesAPasswordOnceAndIsIn()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var link = await InviteAsync(portal, new() { ["Name"] = "한새봄", ["Email"] = "new@city.example", ["Role"] = "Officer" });
        var late = portal.Visit();
        var lateForm = await late.GetPageAsync(link);

        var visitor = portal.Visit();
        var form = await visitor.GetPageAsync(link);
        Assert.Contains("한새봄", form.Text, StringComparison.Ordinal);
        await visitor.SubmitAsync(form, new() { ["NewPassword"] = Chosen, ["Repeat"] = Chosen });

        Assert.Contains("new@city.example", (await visitor.GetPageAsync("/account/profile")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetPageAsync("/missions/new")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await portal.Visit().GetPageAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await late.SubmitAsync(lateForm, new() { ["NewPassword"] = Chosen + "!", ["Repeat"] = Chosen + "!" })).Status);
        await portal.Visit().SignInAsync("new@city.example", Chosen);
        await using var db = portal.Open();
        var user = await db.Users.SingleAsync(user => user.Email == "new@city.example");
        Assert.True(user.EmailConfirmed);
        Assert.Equal("한새봄", (await db.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync(entry => entry.Record == "User" && entry.RecordId == user.Id)).ActorName);
    }

    [Fact]
    public async Task Invite_PasswordsDiffer_ShowsErrorAndSetsNone()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var link = await InviteAsync(portal, new() { ["Name"] = "한새봄", ["Email"] = "new@city.example", ["Role"] = "Officer" });
        var visitor = portal.Visit();

        var page = await visitor.SubmitAsync(await visitor.GetPageAsync(link), new() { ["NewPassword"] = Chosen, ["Repeat"] = Chosen + "!" });

        Assert.NotNull(page.Document.QuerySelector("#Repeat[aria-invalid=true]"));
        Assert.Equal(HttpStatusCode.OK, (await portal.Visit().GetPageAsync(link)).Status);
    }

    [Fact]
    public async Task Invite_AgainAfterSwitchingOffAndOn_OnlyTheNewLinkWorks()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);
        var first = await InviteAsync(portal, new() { ["Name"] = "한새봄", ["Email"] = "new@city.example", ["Role"] = "Officer" });
        var id = await IdOfAsync(portal, "new@city.example");

        var off = await administrator.SubmitAsync(await administrator.GetPageAsync($"/admin/users/{id}"), form: "form[action$=activity]");
        Assert.Equal(HttpStatusCode.Gone, (await portal.Visit().GetPageAsync(first)).Status);
        var on = await administrator.SubmitAsync(off, form: "form[action$=activity]");
        await administrator.SubmitAsync(on, form: "form[action$=invitation]");

        Assert.Equal(HttpStatusCode.Gone, (await portal.Visit().GetPageAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.Visit().GetPageAsync(PasswordLinkTests.LinkIn((await portal.MailsAsync())[^1]))).Status);
    }

    [Fact]
    public async Task ForgottenPassword_BeforeTheFirstPassword_SendsTheInvitationAgain()
    {
        await using var portal = await OwnPortal.OpenAsync();
        await InviteAsync(portal, new() { ["Name"] = "한새봄", ["Email"] = "new@city.example", ["Role"] = "Officer" });
        var visitor = portal.Visit();

        await visitor.SubmitAsync(await visitor.GetPageAsync("/account/forgotten-password"), new() { ["Email"] = "new@city.example" });

        var mails = await portal.MailsAsync();
        Assert.Equal(2, mails.Count);
        Assert.Contains("/account/invitation?", PasswordLinkTests.LinkIn(mails[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_EnglishReader_GetsEnglishMailWithTextAndHtml()
    {
        await using var portal = await OwnPortal.OpenAsync();
        await InviteAsync(portal, new() { ["Name"] = "A <b> & Co", ["Email"] = "new@city.example", ["Role"] = "Manager", ["Language"] = "en" });

        var mail = Assert.Single(await portal.MailsAsync());

        Assert.Equal("You are invited to the trade mission portal", mail.Subject);
        Assert.Contains("A <b> & Co", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("A &lt;b&gt; &amp; Co", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.HtmlBody, StringComparison.Ordinal);
    }

    private static async Task<string> InviteAsync(OwnPortal portal, Dictionary<string, string?> who)
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var page = await administrator.SubmitAsync(await administrator.GetPageAsync("/admin/users/new"), who);
        Assert.Equal($"/admin/users/{await IdOfAsync(portal, who["Email"]!)}", page.Address.AbsolutePath);
        return PasswordLinkTests.LinkIn((await portal.MailsAsync())[^1]);
    }

    private static async Task<long> IdOfAsync(OwnPortal portal, string email)
    {
        await using var db = portal.Open();
        return await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync();
    }
}
