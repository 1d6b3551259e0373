namespace TradeMission.Web.Features.Imports;

/// <summary>What an import would do, and what keeps it from being done.</summary>
/// <param name="Fault">What is wrong with the whole of it; null where nothing is.</param>
/// <param name="Offered">What may be chosen in a column, by the column's name.</param>
public sealed record ImportPlan(IReadOnlyList<PlannedRow> Rows, string? Fault, IReadOnlyDictionary<string, IReadOnlyList<string>> Offered)
{
    /// <summary>Rows that would become records.</summary>
    public IEnumerable<PlannedRow> Added => Rows.Where(row => row.State is RowState.Good or RowState.Warning);

    public int Adds => Added.Count();

    public bool MayBeImported => Fault is null && Adds > 0 && Count(RowState.Problem) + Count(RowState.Question) == 0;

    /// <summary>Different records of the register that rows would add beside their own: new buyers of consultations.</summary>
    public int NewNames => Added.Where(row => row.Match?.Kind == MatchKind.New).Select(row => row.Match!.Key).Distinct().Count();

    public int Count(RowState state) => Rows.Count(row => row.State == state);
}
