using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;

namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>Hands mail to the configured SMTP server.</summary>
internal sealed class SmtpMailSender(IOptions<MailSettings> settings, TimeProvider clock) : IMailSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task SendAsync(Letter letter, CancellationToken cancellation)
    {
        var smtp = settings.Value.Smtp;
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(smtp.Host!, smtp.Port, smtp.Security, cancellation);
            if (!string.IsNullOrEmpty(smtp.User))
            {
                await client.AuthenticateAsync(smtp.User, smtp.Password ?? "", cancellation);
            }

            await client.SendAsync(letter.ToMessage(settings.Value.From, clock), cancellation);
        }
        catch (Exception wrong) when (IsServers(wrong) || (wrong is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new MailNotSentException(wrong);
        }

        await PartAsync(client, cancellation);
    }

    /// <summary>The server has taken the mail: what goes wrong from here on must not have it sent again.</summary>
    private static async Task PartAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(true, cancellation);
        }
        catch (Exception wrong) when (IsServers(wrong) || wrong is OperationCanceledException)
        {
            // It did not say goodbye.
        }
    }

    /// <summary>Not supported: the server offers no STARTTLS, or no way to sign in.</summary>
    private static bool IsServers(Exception wrong) => wrong is IOException or SocketException or TimeoutException or ProtocolException or CommandException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException or MailKit.Security.AuthenticationException or MailKit.Security.SslHandshakeException or NotSupportedException;
}
