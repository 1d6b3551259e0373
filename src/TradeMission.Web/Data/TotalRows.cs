using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;

#pragma warning disable RS0030 // As in TotalsMovement, whose part this is.

namespace TradeMission.Web.Data;

/// <summary>
/// Moves stored rows by "x = x + difference". A consultation moves its mission, its stop and its participation by the same, so those that move alike move in one statement.
/// What has no row yet gets one with the next save.
/// </summary>
internal static class TotalRows
{
    public static async Task MoveAsync(TradeDbContext db, IReadOnlyList<KeyValuePair<(long Mission, TotalScope Scope, long Id), TotalsDelta>> deltas, CancellationToken cancellation)
    {
        foreach (var alike in deltas.Where(pair => pair.Value.Total != TotalFigures.None).GroupBy(pair => (pair.Key.Mission, pair.Value.Total), pair => new Row(pair.Key.Scope, pair.Key.Id)))
        {
            await MoveTotalsAsync(db, alike.Key.Mission, [.. alike], alike.Key.Total, cancellation);
        }

        foreach (var alike in deltas.SelectMany(pair => pair.Value.Cells.Select(cell => (pair.Key, cell.Cell, cell.By)))
            .GroupBy(one => (one.Key.Mission, one.Cell, one.By), one => new Row(one.Key.Scope, one.Key.Id)))
        {
            await MoveCellsAsync(db, alike.Key.Mission, [.. alike], alike.Key.Cell, alike.Key.By, cancellation);
        }
    }

    private static async Task MoveTotalsAsync(TradeDbContext db, long mission, IReadOnlyList<Row> rows, TotalFigures by, CancellationToken cancellation)
    {
        var totals = Of(db.MissionTotals, mission, rows);
        var moved = await totals.ExecuteUpdateAsync(
            set => set
                .SetProperty(total => total.Consultations, total => total.Consultations + by.Consultations)
                .SetProperty(total => total.Buyers, total => total.Buyers + by.Buyers)
                .SetProperty(total => total.ConsultationValue, total => total.ConsultationValue + by.ConsultationValue)
                .SetProperty(total => total.ContractValue, total => total.ContractValue + by.ContractValue)
                .SetProperty(total => total.ConsultationValuesWithoutRate, total => total.ConsultationValuesWithoutRate + by.ConsultationValuesWithoutRate)
                .SetProperty(total => total.ContractValuesWithoutRate, total => total.ContractValuesWithoutRate + by.ContractValuesWithoutRate),
            cancellation);
        if (moved < rows.Count)
        {
            var there = await totals.Select(total => new Row(total.Scope, total.ScopeId)).ToListAsync(cancellation);
            db.MissionTotals.AddRange(rows.Except(there).Select(row => by.AsRow(mission, row.Scope, row.Id)));
        }
    }

    private static async Task MoveCellsAsync(
        TradeDbContext db, long mission, IReadOnlyList<Row> rows, (TotalFigure Figure, EvidenceTier Tier) cell, TierFigures by, CancellationToken cancellation)
    {
        var cells = Of(db.TierTotals, mission, rows).Where(total => total.Figure == cell.Figure && total.Tier == cell.Tier);
        var moved = await cells.ExecuteUpdateAsync(
            set => set
                .SetProperty(total => total.Count, total => total.Count + by.Count)
                .SetProperty(total => total.Amount, total => total.Amount + by.Amount)
                .SetProperty(total => total.WithoutRate, total => total.WithoutRate + by.WithoutRate),
            cancellation);
        if (moved < rows.Count)
        {
            var there = await cells.Select(total => new Row(total.Scope, total.ScopeId)).ToListAsync(cancellation);
            db.TierTotals.AddRange(rows.Except(there).Select(row => new TierTotal
            {
                MissionId = mission,
                Scope = row.Scope,
                ScopeId = row.Id,
                Figure = cell.Figure,
                Tier = cell.Tier,
                Count = by.Count,
                Amount = by.Amount,
                WithoutRate = by.WithoutRate,
            }));
        }
    }

    private static IQueryable<TTotal> Of<TTotal>(IQueryable<TTotal> totals, long mission, IReadOnlyList<Row> rows)
        where TTotal : class, ITotalRow
    {
        var (missions, stops, participations) = (Ids(TotalScope.Mission), Ids(TotalScope.Stop), Ids(TotalScope.Participation));
        return totals.Where(total => total.MissionId == mission
            && ((total.Scope == TotalScope.Mission && missions.Contains(total.ScopeId))
                || (total.Scope == TotalScope.Stop && stops.Contains(total.ScopeId))
                || (total.Scope == TotalScope.Participation && participations.Contains(total.ScopeId))));

        List<long> Ids(TotalScope scope) => [.. rows.Where(row => row.Scope == scope).Select(row => row.Id)];
    }

    private sealed record Row(TotalScope Scope, long Id);
}
