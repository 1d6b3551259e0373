using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Consultations;

/// <summary>Reads lists of consultations: the rows in one question, and the deals of all of them in another.</summary>
public static class ConsultationRows
{
    /// <summary>As many as a page shows, in the query's order.</summary>
    public static async Task<List<ConsultationRow>> ToRowsAsync(this IQueryable<Consultation> consultations, TradeDbContext db, CancellationToken cancellation)
    {
        var rows = await consultations.Select(ConsultationRow.Alone).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return rows;
        }

        var ids = rows.ConvertAll(row => row.Id);
        var deals = (await db.Deals.Where(deal => ids.Contains(deal.ConsultationId)).OrderBy(deal => deal.Id).Select(DealMark.Of).ToListAsync(cancellation))
            .ToLookup(deal => deal.ConsultationId);
        rows.ForEach(row => row.Deals = [.. deals[row.Id]]);
        return rows;
    }
}
