namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>Section Portal of the configuration.</summary>
public sealed class PortalSettings
{
    /// <summary>Where people reach the portal, for links in mail. Without it a link follows the request's own host, which a visitor can forge: set it in production.</summary>
    public string? PublicUrl { get; set; }
}
