using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Tests.Data;
using TradeMission.Web.Tests.People;

namespace TradeMission.Web.Tests.Admin;

public sealed class MailPageTests
{
    private const string Mail = "/admin/mail";

    [Fact]
    public async Task Get_Letters_ShowsWhatBecameOfThemAndNotWhatTheySay()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);
        Assert.Contains("발송함에 메일이 없습니다", (await administrator.GetPageAsync(Mail)).Text, StringComparison.Ordinal);
        await QueueAsync(portal, "sent");
        await portal.Services.GetRequiredService<OutboxSender>().RunOnceAsync(CancellationToken.None);
        await QueueAsync(portal, "waits");
        await QueueAsync(portal, "failed");
        await FailAsync(portal, "failed");

        var page = await administrator.GetPageAsync(Mail);

        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains("failed", rows[0], StringComparison.Ordinal);
        Assert.Contains("발송 실패", rows[0], StringComparison.Ordinal);
        Assert.Contains("550 <그런 사람 없음>", rows[0], StringComparison.Ordinal);
        Assert.Contains("발송 대기", rows[1], StringComparison.Ordinal);
        Assert.Contains("발송 완료", rows[2], StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("tbody form").Length);
        Assert.DoesNotContain("secret", page.Document.DocumentElement.InnerHtml, StringComparison.Ordinal);

        // The folder is for Development.
        Assert.Single(page.Document.QuerySelectorAll("main table"));
    }

    [Fact]
    public async Task TryAgain_FailedLetter_IsSent()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);
        var id = await QueueAsync(portal, "failed");
        await FailAsync(portal, "failed");

        var page = await administrator.SubmitAsync(await administrator.GetPageAsync(Mail), form: $"form[action='/admin/mail/{id}/attempt']");

        Assert.Contains("발송 대기 1", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Services.GetRequiredService<OutboxSender>().RunOnceAsync(CancellationToken.None));
        Assert.Contains("발송 완료 1", (await administrator.GetPageAsync(Mail)).Text, StringComparison.Ordinal);
        var message = Assert.Single(await portal.MailsAsync());
        Assert.Equal("failed", message.Subject);
    }

    [Fact]
    public async Task TryAgain_SentMeanwhile_SendsNothing()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);
        await QueueAsync(portal, "letter");
        var page = await administrator.GetPageAsync(Mail);
        var sender = portal.Services.GetRequiredService<OutboxSender>();
        await sender.RunOnceAsync(CancellationToken.None);

        var answer = await administrator.SubmitAsync(page, form: "form[action$=attempt]");

        Assert.Contains("이미 발송된 메일입니다", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await sender.RunOnceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task TryAgain_NoSuchLetter_NotFound()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);

        var answer = await administrator.PostAsync("/admin/mail/999/attempt", await administrator.GetPageAsync("/account/profile"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task Folder_OutsideDevelopment_CannotBeRead()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);
        await QueueAsync(portal, "letter");
        await portal.Services.GetRequiredService<OutboxSender>().RunOnceAsync(CancellationToken.None);
        var (name, _) = Assert.Single(await portal.Services.GetRequiredService<MailFolder>().LatestAsync(1, CancellationToken.None));

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetPageAsync($"{Mail}/{name}")).Status);
    }

    private static async Task<long> QueueAsync(OwnPortal portal, string key)
    {
        await using var db = portal.Open();
        Outbox.Queue(db, new Letter("buyer@example.com", "김바이어", key, "secret", "<p>secret</p>"), key);
        await db.SaveChangesAsync();
        return await db.OutgoingMails.Where(mail => mail.Key == key).Select(mail => mail.Id).SingleAsync();
    }

    private static async Task FailAsync(OwnPortal portal, string key)
    {
        await using var db = portal.Open();
        var mail = await db.OutgoingMails.SingleAsync(mail => mail.Key == key);
        mail.MarkFailed(TestDatabase.Start.UtcDateTime.AddDays(-4), "550");
        mail.MarkFailed(TestDatabase.Start.UtcDateTime, "550 <그런 사람 없음>");
        await db.SaveChangesAsync();
    }
}
