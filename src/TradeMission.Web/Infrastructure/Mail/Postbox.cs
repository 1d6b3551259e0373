using System.Threading.Channels;

namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>
/// Sends mail after the answer has gone out, where the time that sending takes would tell a stranger whether an account exists. What waits when the portal
/// stops is still sent.
/// </summary>
public sealed partial class Postbox(IMailSender sender, ILogger<Postbox> logger) : BackgroundService
{
    private const int Capacity = 1000;

    private readonly Channel<(Letter? Letter, TaskCompletionSource? Reached)> waiting =
        Channel.CreateBounded<(Letter?, TaskCompletionSource?)>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Whether there was room; a full queue drops mail rather than holding up visitors.</summary>
    public bool Post(Letter letter) => waiting.Writer.TryWrite((letter, null));

    /// <summary>Returns when all that was posted before has been sent.</summary>
    public async Task SentAsync()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await waiting.Writer.WriteAsync((null, reached));
        await reached.Task;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        if (ExecuteTask is { } sending)
        {
            await sending.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (letter, reached) in waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (letter is not null)
            {
                await SendAsync(letter);
            }

            reached?.SetResult();
        }
    }

    private async Task SendAsync(Letter letter)
    {
        try
        {
            await sender.SendAsync(letter, CancellationToken.None);
        }
        catch (MailNotSentException wrong)
        {
            LogNotSent(wrong);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A queued mail could not be sent")]
    private partial void LogNotSent(Exception wrong);
}
