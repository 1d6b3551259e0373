namespace TradeMission.Web.Infrastructure.Schedule;

/// <summary>A task that was run, and what went wrong, if anything did.</summary>
public sealed record TaskOutcome(string Task, string? Error);
