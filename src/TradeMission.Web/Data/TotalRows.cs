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
    /// <summary>No row's.</summary>
    private const long None = -1;

    public static async Task MoveAsync(TradeDbContext db, IReadOnlyList<KeyValuePair<(long Mission, TotalScope Scope, long Id), TotalsDelta>> deltas, CancellationToken cancellation)
    {
        foreach (var alike in deltas.Where(pair => pair.Value.Total != TotalFigures.None).GroupBy(pair => (pair.Key.Mission, pair.Value.Total), pair => new Row(pair.Key.Scope, pair.Key.Id)))
        {
            foreach (var place in Place.Of(alike))
            {
                await MoveTotalsAsync(db, alike.Key.Mission, place, alike.Key.Total, cancellation);
            }
        }

        foreach (var alike in deltas.SelectMany(pair => pair.Value.Cells.Select(cell => (pair.Key, cell.Cell, cell.By)))
            .GroupBy(one => (one.Key.Mission, one.Cell, one.By), one => new Row(one.Key.Scope, one.Key.Id)))
        {
            foreach (var place in Place.Of(alike))
            {
                await MoveCellsAsync(db, alike.Key.Mission, place, alike.Key.Cell, alike.Key.By, cancellation);
            }
        }
    }

    private static async Task MoveTotalsAsync(TradeDbContext db, long mission, Place place, TotalFigures by, CancellationToken cancellation)
    {
        var totals = Of(db.MissionTotals, mission, place);
        var moved = await totals.ExecuteUpdateAsync(
            set => set
                .SetProperty(total => total.Consultations, total => total.Consultations + by.Consultations)
                .SetProperty(total => total.Buyers, total => total.Buyers + by.Buyers)
                .SetProperty(total => total.ConsultationValue, total => total.ConsultationValue + by.ConsultationValue)
                .SetProperty(total => total.ContractValue, total => total.ContractValue + by.ContractValue)
                .SetProperty(total => total.ConsultationValuesWithoutRate, total => total.ConsultationValuesWithoutRate + by.ConsultationValuesWithoutRate)
                .SetProperty(total => total.ContractValuesWithoutRate, total => total.ContractValuesWithoutRate + by.ContractValuesWithoutRate),
            cancellation);
        if (moved < place.Rows.Count)
        {
            var there = await totals.Select(total => new Row(total.Scope, total.ScopeId)).ToListAsync(cancellation);
            db.MissionTotals.AddRange(place.Rows.Except(there).Select(row => by.AsRow(mission, row.Scope, row.Id)));
        }
    }

    private static async Task MoveCellsAsync(
        TradeDbContext db, long mission, Place place, (TotalFigure Figure, EvidenceTier Tier) cell, TierFigures by, CancellationToken cancellation)
    {
        var cells = Of(db.TierTotals, mission, place).Where(total => total.Figure == cell.Figure && total.Tier == cell.Tier);
        var moved = await cells.ExecuteUpdateAsync(
            set => set
                .SetProperty(total => total.Count, total => total.Count + by.Count)
                .SetProperty(total => total.Amount, total => total.Amount + by.Amount)
                .SetProperty(total => total.WithoutRate, total => total.WithoutRate + by.WithoutRate),
            cancellation);
        if (moved < place.Rows.Count)
        {
            var there = await cells.Select(total => new Row(total.Scope, total.ScopeId)).ToListAsync(cancellation);
            db.TierTotals.AddRange(place.Rows.Except(there).Select(row => by.AsRow(mission, row.Scope, row.Id, cell)));
        }
    }

    private static IQueryable<TTotal> Of<TTotal>(IQueryable<TTotal> totals, long mission, Place place)
        where TTotal : class, ITotalRow
    {
        // Plain values, not lists of them: the statement of a list is written anew each time.
        var (whole, stop, participation) = (place.Mission ?? None, place.Stop ?? None, place.Participation ?? None);
        return totals.Where(total => total.MissionId == mission
            && ((total.Scope == TotalScope.Mission && total.ScopeId == whole)
                || (total.Scope == TotalScope.Stop && total.ScopeId == stop)
                || (total.Scope == TotalScope.Participation && total.ScopeId == participation)));
    }

    private sealed record Row(TotalScope Scope, long Id);

    /// <summary>At most one of each scope: what one consultation counts in.</summary>
    private sealed record Place(long? Mission, long? Stop, long? Participation)
    {
        public IReadOnlyList<Row> Rows { get; } =
        [
            .. new[] { (TotalScope.Mission, Mission), (TotalScope.Stop, Stop), (TotalScope.Participation, Participation) }.Where(own => own.Item2 is not null).Select(own => new Row(own.Item1, own.Item2!.Value)),
        ];

        public static IEnumerable<Place> Of(IEnumerable<Row> rows)
        {
            var (missions, stops, participations) = (Ids(TotalScope.Mission), Ids(TotalScope.Stop), Ids(TotalScope.Participation));
            for (var place = 0; place < Math.Max(missions.Count, Math.Max(stops.Count, participations.Count)); place++)
            {
                yield return new Place(At(missions, place), At(stops, place), At(participations, place));
            }

            List<long> Ids(TotalScope scope) => [.. rows.Where(row => row.Scope == scope).Select(row => row.Id)];

            static long? At(List<long> ids, int place) => place < ids.Count ? ids[place] : null;
        }
    }
}
