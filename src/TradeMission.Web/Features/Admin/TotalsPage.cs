using TradeMission.Domain.Missions;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Admin;

/// <param name="Took">How long the comparison took.</param>
public sealed record TotalsPage(IReadOnlyList<TotalsPage.Row> Rows, TimeSpan Took)
{
    public int Differences => Rows.Sum(row => row.Differences.Count);

    public int Consultations => Rows.Sum(row => row.Stored.Consultations);

    /// <summary>A mission's stored figures, and where they or those of its parts differ from the records.</summary>
    public sealed record Row(long MissionId, string Reference, string Name, string Currency, TotalFigures Stored, IReadOnlyList<TotalsDifference> Differences)
    {
        public TotalFigures Recomputed => Differences.FirstOrDefault(difference => difference.Scope == TotalScope.Mission)?.Recomputed ?? Stored;
    }
}
