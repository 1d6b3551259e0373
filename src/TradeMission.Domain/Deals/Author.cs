namespace TradeMission.Domain.Deals;

/// <summary>Who says so, and when.</summary>
/// <param name="IsCompany">A company speaks of its own figures: its step is confirmed as it is recorded.</param>
/// <param name="At">UTC.</param>
public sealed record Author(long? Id, string Name, bool IsCompany, DateTime At);
