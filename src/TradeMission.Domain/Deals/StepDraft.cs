using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Deals;

/// <summary>A step as somebody wants to record it.</summary>
/// <param name="Value">With its frozen rate; null for a side exit.</param>
/// <param name="On">The day that it happened.</param>
/// <param name="ExpectedOn">When a pursued contract is expected.</param>
/// <param name="Reason">Why: for a side exit, a revival, a correction.</param>
/// <param name="Revives">Whether it takes up a deal that was on hold or lost.</param>
public sealed record StepDraft(
    DealStage Stage, Valued? Value, DateOnly On, DateOnly? ExpectedOn = null, Likelihood? Likelihood = null, string? Note = null, string? Reason = null, bool Revives = false);
