using System.Net;
using System.Net.Sockets;

namespace TradeMission.Web.Tests.Mail;

/// <summary>A mail server that hangs up without a word as soon as it hears a certain line.</summary>
internal sealed class RudePost : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string hangsUpAt;
    private readonly Task serving;

    private RudePost(string hangsUpAt)
    {
        this.hangsUpAt = hangsUpAt;
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Mails that it said it has taken.</summary>
    public int Taken { get; private set; }

    /// <param name="line">The beginning of what the client says: EHLO, MAIL, "." for the end of a mail, QUIT.</param>
    public static RudePost HangingUpAt(string line) => new(line);

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            await using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 localhost");
            var isMail = false;
            while (await reader.ReadLineAsync() is { } line && !IsTheOne(line, isMail))
            {
                if (isMail && line != ".")
                {
                    continue;
                }

                Taken += isMail ? 1 : 0;
                isMail = line == "DATA";
                await writer.WriteLineAsync(isMail ? "354 go on" : "250 all right");
            }
        }
    }

    private bool IsTheOne(string line, bool isMail) => isMail ? line == hangsUpAt : line.StartsWith(hangsUpAt, StringComparison.Ordinal);
}
