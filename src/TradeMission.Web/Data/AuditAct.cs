namespace TradeMission.Web.Data;

public enum AuditAct
{
    Created,
    Changed,
    Deleted,
}
