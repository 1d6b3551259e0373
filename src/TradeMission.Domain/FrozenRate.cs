namespace TradeMission.Domain;

/// <summary>The exchange rate that a record was converted at. It never changes when the rate table does.</summary>
/// <param name="Rate">Units of the mission's base currency for one unit of the record's currency; above zero, up to ten decimals.</param>
/// <param name="On">The day that the rate is of.</param>
/// <param name="Source">Who published it; empty for the base currency itself.</param>
public sealed record FrozenRate(decimal Rate, DateOnly On, string Source)
{
    /// <summary>As many decimals as a rate has on a record.</summary>
    public const int Decimals = 10;

    public decimal Rate { get; } = Rate > 0 && decimal.Round(Rate, Decimals) == Rate ? Rate : throw new DomainException($"{Rate} is no rate");

    /// <summary>The base currency in itself.</summary>
    public static FrozenRate Same(DateOnly on) => new(1m, on, "");
}
