using MailKit.Security;

namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>Section Mail:Smtp of the configuration.</summary>
public sealed class SmtpSettings
{
    /// <summary>Without a host, mail goes into the folder.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;
}
