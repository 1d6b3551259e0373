namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>A line of an import as the file has it.</summary>
/// <param name="Number">As an editor counts, from 1.</param>
/// <param name="Fault">What is wrong with the line as a whole.</param>
public sealed record RateLine(int Number, IReadOnlyDictionary<RateColumn, string> Cells, RateRefusal? Fault = null)
{
    /// <summary>Without surrounding space; empty where the file has no such column.</summary>
    public string this[RateColumn column] => Cells.GetValueOrDefault(column, "").Trim();
}
