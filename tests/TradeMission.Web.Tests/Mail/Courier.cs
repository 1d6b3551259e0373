using TradeMission.Web.Infrastructure.Mail;

namespace TradeMission.Web.Tests.Mail;

/// <summary>A mail server that takes what it is given, unless a test says otherwise.</summary>
internal sealed class Courier : IMailSender
{
    public List<Letter> Delivered { get; } = [];

    /// <summary>Before the letter is taken; what it throws is what the sender gets.</summary>
    public Func<Letter, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Once it is taken; what it throws is an answer that did not arrive.</summary>
    public Func<Letter, Task> After { get; set; } = _ => Task.CompletedTask;

    public void Refuse(string why) => Before = _ => throw new MailNotSentException(new IOException(why));

    public void Accept() => Before = _ => Task.CompletedTask;

    public async Task SendAsync(Letter letter, CancellationToken cancellation)
    {
        await Before(letter);
        Delivered.Add(letter);
        await After(letter);
    }
}
