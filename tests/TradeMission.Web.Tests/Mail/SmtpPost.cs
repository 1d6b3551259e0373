using System.Buffers;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace TradeMission.Web.Tests.Mail;

/// <summary>A real SMTP server on a loopback port.</summary>
internal sealed class SmtpPost : IAsyncDisposable
{
    public const string User = "portal";
    public const string Password = "우편-2026";

    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    private SmtpPost(int port, bool asksWho)
    {
        Port = port;
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint =>
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port)).AuthenticationRequired(asksWho).AllowUnsecureAuthentication(asksWho)).Build();
        var services = new ServiceProvider();
        services.Add(new Store(this));
        services.Add((IMailboxFilterFactory)new Filter(this));
        services.Add(new Doorman());
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    public int Port { get; }

    public List<MimeMessage> Arrived { get; } = [];

    /// <summary>Recipients that it does not know.</summary>
    public HashSet<string> Unknown { get; } = [];

    public static SmtpPost Open(bool asksWho = false, int? port = null) => new(port ?? FreePort(), asksWho);

    /// <summary>A port at which nobody listens now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private sealed class Store(SmtpPost post) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            post.Arrived.Add(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter(SmtpPost post) : MailboxFilter, IMailboxFilterFactory
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox @from, CancellationToken cancellationToken) =>
            Task.FromResult(!post.Unknown.Contains($"{to.User}@{to.Host}"));

        public IMailboxFilter CreateInstance(ISessionContext context) => this;
    }

    private sealed class Doorman : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult((user, password) == (User, Password));
    }
}
