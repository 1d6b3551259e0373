namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>Section Mail of the configuration.</summary>
public sealed class MailSettings
{
    /// <summary>The sender that readers see: an address, or a name with the address in angle brackets.</summary>
    public string From { get; set; } = "no-reply@localhost";

    /// <summary>Where mail is written to while no SMTP server is configured; relative to the content root.</summary>
    public string Folder { get; set; } = "App_Data/mail";

    public SmtpSettings Smtp { get; set; } = new();
}
