using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Consultations;

/// <summary>Reads lists of consultations: which ones in one question, and in two that are always the same what is shown of them and the deals of all of them.</summary>
public static class ConsultationRows
{
    private static readonly CompiledQuery<Func<TradeDbContext, long[], IAsyncEnumerable<ConsultationRow>>> Rows = new(() => EF.CompileAsyncQuery(
        (TradeDbContext db, long[] ids) => db.Consultations.Where(consultation => ids.Contains(consultation.Id)).Select(ConsultationRow.Alone)));

    private static readonly CompiledQuery<Func<TradeDbContext, long[], IAsyncEnumerable<DealMark>>> Deals = new(() => EF.CompileAsyncQuery(
        (TradeDbContext db, long[] ids) => db.Deals.Where(deal => ids.Contains(deal.ConsultationId)).OrderBy(deal => deal.Id).Select(DealMark.Of)));

    /// <summary>As many as a page shows, in the query's order.</summary>
    public static async Task<List<ConsultationRow>> ToRowsAsync(this IQueryable<Consultation> consultations, TradeDbContext db, CancellationToken cancellation)
    {
        var ids = await consultations.Select(consultation => consultation.Id).ToArrayAsync(cancellation);
        if (ids.Length == 0)
        {
            return [];
        }

        var rows = await Rows.On(db)(db, ids).ToDictionaryAsync(row => row.Id, cancellationToken: cancellation);
        await foreach (var deals in Deals.On(db)(db, ids).GroupBy(deal => deal.ConsultationId).WithCancellation(cancellation))
        {
            rows[deals.Key].Deals = [.. deals];
        }

        // One that somebody deletes between two questions is not shown.
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
