namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Which cell of a line is wrong and why.</summary>
/// <param name="Column">Null where it is the line as a whole.</param>
/// <param name="OtherLine">The number of the line that says the same or something else about the same day.</param>
public sealed record RefusedCell(RateColumn? Column, RateRefusal Why, int? OtherLine = null);
