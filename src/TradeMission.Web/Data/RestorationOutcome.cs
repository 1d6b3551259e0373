using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>The restored record, or why it was refused.</summary>
/// <param name="Missing">The type of what it hung on, by the name that the audit trail gives it, where that is gone.</param>
public sealed record RestorationOutcome(Entity? Record, RestorationRefusal? Refusal = null, string? Missing = null);
