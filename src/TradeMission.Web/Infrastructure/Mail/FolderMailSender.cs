using Microsoft.Extensions.Options;

namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>Writes mail into <see cref="MailFolder"/>: the default, so that the portal works before anybody sets up a mail server.</summary>
internal sealed class FolderMailSender(MailFolder folder, IOptions<MailSettings> settings, TimeProvider clock) : IMailSender
{
    public async Task SendAsync(Letter letter, CancellationToken cancellation)
    {
        try
        {
            await folder.AddAsync(letter.ToMessage(settings.Value.From, clock), cancellation);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new MailNotSentException(wrong);
        }
    }
}
