using MimeKit;

namespace TradeMission.Web.Infrastructure.Mail;

internal static class MailMessages
{
    public static MimeMessage ToMessage(this Letter letter, string from, TimeProvider clock)
    {
        var sender = MailboxAddress.Parse(from);
        var message = new MimeMessage { Subject = letter.Subject, Date = clock.GetUtcNow() };
        message.From.Add(sender);
        message.To.Add(new MailboxAddress(letter.ToName, letter.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.MessageId is { } id)
        {
            message.MessageId = $"{id}@{sender.Domain}";
        }

        message.Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody();
        return message;
    }
}
