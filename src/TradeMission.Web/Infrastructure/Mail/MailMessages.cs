using MimeKit;

namespace TradeMission.Web.Infrastructure.Mail;

internal static class MailMessages
{
    public static MimeMessage ToMessage(this Letter letter, string from, TimeProvider clock)
    {
        var message = new MimeMessage { Subject = letter.Subject, Date = clock.GetUtcNow() };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(new MailboxAddress(letter.ToName, letter.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody();
        return message;
    }
}
