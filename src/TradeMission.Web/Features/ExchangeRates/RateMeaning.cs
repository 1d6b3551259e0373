namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>What a line says: a rate, or why it says none.</summary>
public sealed record RateMeaning(ProposedRate? Rate, RefusedCell? Refused);
