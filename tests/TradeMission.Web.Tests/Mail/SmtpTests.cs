using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Mail;

/// <summary>What goes to a real SMTP server, and what is made of its refusals.</summary>
public sealed class SmtpTests
{
    private const string Subject = "수출상담 확인 요청: 「2026 아세안 시장개척단」";

    private static readonly Letter Letter = new("kim@example.com", "김바이어", Subject, "안녕하십니까.\n\n상담 내용을 확인해 주십시오.", "<p>안녕하십니까 &amp; &lt;반갑습니다&gt;</p>") { MessageId = "0198a7c2" };

    [Fact]
    public async Task Send_Letter_ArrivesAsItWasWritten()
    {
        await using var post = SmtpPost.Open();

        await MailTo(post.Port).SendAsync(Letter, CancellationToken.None);

        var mail = Assert.Single(post.Arrived);
        Assert.Equal(Subject, mail.Subject);
        Assert.Equal(new MailboxAddress("수원시 통상팀", "trade@city.example"), mail.From.Single());
        Assert.Equal(new MailboxAddress("김바이어", "kim@example.com"), mail.To.Single());
        Assert.Equal("0198a7c2@city.example", mail.MessageId);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal(TestDatabase.Start, mail.Date);
        Assert.Equal(Letter.Text, mail.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(Letter.Html, mail.HtmlBody!.TrimEnd());
    }

    [Fact]
    public async Task Send_WithUserAndPassword_SignsIn()
    {
        await using var post = SmtpPost.Open(asksWho: true);

        await MailTo(post.Port, SmtpPost.Password).SendAsync(Letter, CancellationToken.None);

        Assert.Single(post.Arrived);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task Send_NotSignedIn_IsNotSent(string? password)
    {
        await using var post = SmtpPost.Open(asksWho: true);

        await Assert.ThrowsAsync<MailNotSentException>(() => MailTo(post.Port, password).SendAsync(Letter, CancellationToken.None));

        Assert.Empty(post.Arrived);
    }

    /// <summary>A user and a password are never sent to a server that has no use for them, nor is the letter without them.</summary>
    [Fact]
    public async Task Send_ServerKnowsNoSigningIn_IsNotSent()
    {
        await using var post = SmtpPost.Open();

        await Assert.ThrowsAsync<MailNotSentException>(() => MailTo(post.Port, SmtpPost.Password).SendAsync(Letter, CancellationToken.None));

        Assert.Empty(post.Arrived);
    }

    [Fact]
    public async Task Send_ServerOffersNoEncryption_IsNotSent()
    {
        await using var post = SmtpPost.Open();

        await Assert.ThrowsAsync<MailNotSentException>(() => MailTo(post.Port, security: "StartTls").SendAsync(Letter, CancellationToken.None));

        Assert.Empty(post.Arrived);
    }

    [Fact]
    public async Task Send_RecipientIsUnknown_IsNotSent()
    {
        await using var post = SmtpPost.Open();
        post.Unknown.Add(Letter.To);

        await Assert.ThrowsAsync<MailNotSentException>(() => MailTo(post.Port).SendAsync(Letter, CancellationToken.None));

        Assert.Empty(post.Arrived);
    }

    [Fact]
    public async Task Send_ServerIsDown_IsNotSent() =>
        await Assert.ThrowsAsync<MailNotSentException>(() => MailTo(SmtpPost.FreePort()).SendAsync(Letter, CancellationToken.None));

    [Theory]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task Send_ServerHangsUp_IsNotSent(string at)
    {
        await using var post = RudePost.HangingUpAt(at);

        await Assert.ThrowsAsync<MailNotSentException>(() => MailTo(post.Port).SendAsync(Letter, CancellationToken.None));

        Assert.Equal(0, post.Taken);
    }

    /// <summary>It has taken the mail: an error here would have it sent again.</summary>
    [Fact]
    public async Task Send_ServerHangsUpInsteadOfSayingGoodbye_IsSent()
    {
        await using var post = RudePost.HangingUpAt("QUIT");

        await MailTo(post.Port).SendAsync(Letter, CancellationToken.None);

        Assert.Equal(1, post.Taken);
    }

    [Fact]
    public async Task Outbox_ServerIsDownThenRefusesThenTakesIt_ArrivesOnce()
    {
        await using var rig = await OutboxRig.CreateAsync();
        await rig.QueueAsync("letter");
        var port = SmtpPost.FreePort();
        var sender = rig.Sender(mail: MailTo(port));

        Assert.Equal(0, await sender.RunOnceAsync(CancellationToken.None));
        Assert.NotNull((await rig.MailAsync("letter")).LastError);
        await using var post = SmtpPost.Open(port: port);
        post.Unknown.Add("buyer@example.com");
        rig.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await sender.RunOnceAsync(CancellationToken.None));
        Assert.Equal(2, (await rig.MailAsync("letter")).Attempts);
        post.Unknown.Clear();
        rig.Database.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await sender.RunOnceAsync(CancellationToken.None));
        rig.Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await sender.RunOnceAsync(CancellationToken.None));

        var arrived = Assert.Single(post.Arrived);
        Assert.Equal($"{(await rig.MailAsync("letter")).MessageId}@city.example", arrived.MessageId);
    }

    /// <summary>As the portal sets it up.</summary>
    private static IMailSender MailTo(int port, string? password = null, string security = "None")
    {
        var settings = new Dictionary<string, string?>
        {
            ["Mail:From"] = "수원시 통상팀 <trade@city.example>",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Smtp:User"] = password is null ? null : SmtpPost.User,
            ["Mail:Smtp:Password"] = password,
            ["Mail:Smtp:Security"] = security,
        };
        return new ServiceCollection()
            .AddSingleton<TimeProvider>(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestDatabase.Start))
            .AddMail(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider().GetRequiredService<IMailSender>();
    }
}
