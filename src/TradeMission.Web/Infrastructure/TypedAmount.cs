namespace TradeMission.Web.Infrastructure;

/// <param name="Amount">In whole units of the currency; it may still break a rule of money.</param>
/// <param name="Currency">As the text names it, ISO 4217; null where it names none.</param>
public readonly record struct TypedAmount(decimal Amount, string? Currency);
