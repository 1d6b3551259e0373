namespace TradeMission.Web.Data;

public enum AuditAct
{
    Created,
    Changed,
    Deleted,

    /// <summary>Nothing changed: personal data left the portal as a file.</summary>
    Downloaded,
}
