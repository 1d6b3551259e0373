namespace TradeMission.Web.Features.Reports;

/// <summary>How a long table may be torn across pages.</summary>
public static class RowGroups
{
    private const int Kept = 2;

    /// <summary>The first two rows, what may be torn, the last two; a short table stays whole.</summary>
    public static IEnumerable<RowGroup<T>> Of<T>(IReadOnlyList<T> rows)
    {
        if (rows.Count <= Kept * 2)
        {
            return [new RowGroup<T>(rows, true, true)];
        }

        return
        [
            new RowGroup<T>([.. rows.Take(Kept)], true, true),
            new RowGroup<T>([.. rows.Take(rows.Count - Kept).Skip(Kept)], false, false),
            new RowGroup<T>([.. rows.Skip(rows.Count - Kept)], false, true),
        ];
    }
}
