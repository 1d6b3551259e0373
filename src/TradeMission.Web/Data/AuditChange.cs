namespace TradeMission.Web.Data;

/// <summary>One field's change; values in invariant form, null where there is none.</summary>
public sealed record AuditChange(string Field, string? From, string? To);
