namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>Section Portal of the configuration.</summary>
public sealed class PortalSettings
{
    /// <summary>Where people reach the portal, for links in mail. Production needs it. Elsewhere a link follows the request's own host without it.</summary>
    public string? PublicUrl { get; set; }
}
