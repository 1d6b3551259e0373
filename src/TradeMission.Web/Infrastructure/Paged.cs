namespace TradeMission.Web.Infrastructure;

/// <summary>One page of a list.</summary>
/// <param name="Rows">At most <see cref="Size"/>.</param>
/// <param name="Total">All rows that the filter finds.</param>
/// <param name="Number">From 1.</param>
public sealed record Paged<TRow>(IReadOnlyList<TRow> Rows, int Total, int Number)
{
    public const int Size = 50;

    public bool HasNext => Number * Size < Total;

    public int LastNumber => Math.Max(1, (Total + Size - 1) / Size);
}
