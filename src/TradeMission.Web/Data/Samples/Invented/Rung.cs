using TradeMission.Domain.Deals;

namespace TradeMission.Web.Data.Samples.Invented;

/// <summary>One step of a deal to come, and who recorded it when.</summary>
internal sealed record Rung(StepDraft Step, Author Author);
