namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>Takes a mail to where it is delivered from.</summary>
public interface IMailSender
{
    /// <exception cref="MailNotSentException">It could not be handed over.</exception>
    Task SendAsync(Letter letter, CancellationToken cancellation);
}
