using TradeMission.Domain.Missions;

namespace TradeMission.Web.Features.Reports;

/// <summary>What a mission's records were when its report was kept, beside what they are.</summary>
public sealed record SnapshotComparison(
    TotalDifference Whole,
    IReadOnlyList<CellDifference> Cells,
    IReadOnlyList<TotalDifference> Stops,
    IReadOnlyList<TotalDifference> Companies,
    IReadOnlyList<RowDifference> Added,
    IReadOnlyList<RowDifference> Changed,
    IReadOnlyList<RowDifference> Gone)
{
    public bool IsSame => Whole.IsSame && Cells.All(cell => cell.IsSame) && Stops.All(total => total.IsSame) && Companies.All(total => total.IsSame)
        && Added.Count + Changed.Count + Gone.Count == 0;

    public static SnapshotComparison Of(MissionRecords then, MissionRecords now)
    {
        var before = then.Rows.ToDictionary(row => (row.Record, row.Id));
        var after = now.Rows.ToDictionary(row => (row.Record, row.Id));
        return new SnapshotComparison(
            TotalsOf(TotalScope.Mission, _ => null, then, now).FirstOrDefault() ?? new TotalDifference(null, null, null),
            [.. Both(then.Cells.Where(IsWhole), now.Cells.Where(IsWhole), cell => (cell.Figure, cell.Tier)).OrderBy(pair => pair.Key).Select(pair => new CellDifference(pair.Key.Figure, pair.Key.Tier, pair.Then, pair.Now))],
            [.. TotalsOf(TotalScope.Stop, id => (now.Stops.FirstOrDefault(stop => stop.Id == id) ?? then.Stops.FirstOrDefault(stop => stop.Id == id))?.Name, then, now)],
            [.. TotalsOf(TotalScope.Participation, id => (now.Participations.FirstOrDefault(row => row.Id == id) ?? then.Participations.FirstOrDefault(row => row.Id == id))?.Name, then, now)],
            [.. after.Where(row => !before.ContainsKey(row.Key)).Select(row => new RowDifference(null, row.Value))],
            [.. after.Where(row => before.TryGetValue(row.Key, out var was) && was != row.Value).Select(row => new RowDifference(before[row.Key], row.Value))],
            [.. before.Where(row => !after.ContainsKey(row.Key)).Select(row => new RowDifference(row.Value, null))]);

        static bool IsWhole(MissionRecords.CellRow cell) => cell.Scope == TotalScope.Mission;
    }

    private static IEnumerable<TotalDifference> TotalsOf(TotalScope scope, Func<long, string?> name, MissionRecords then, MissionRecords now) =>
        Both(then.Totals.Where(total => total.Scope == scope), now.Totals.Where(total => total.Scope == scope), total => total.ScopeId)
            .OrderBy(pair => pair.Key == MissionTotal.UnknownStop).ThenBy(pair => pair.Key)
            .Select(pair => new TotalDifference(name(pair.Key), pair.Then, pair.Now));

    private static IEnumerable<(TKey Key, TRow? Then, TRow? Now)> Both<TKey, TRow>(IEnumerable<TRow> then, IEnumerable<TRow> now, Func<TRow, TKey> key)
        where TKey : notnull
        where TRow : class
    {
        var (before, after) = (then.ToDictionary(key), now.ToDictionary(key));
        return before.Keys.Union(after.Keys).Select(known => (known, before.GetValueOrDefault(known), after.GetValueOrDefault(known)));
    }
}
