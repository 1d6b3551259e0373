using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Consultations;

/// <summary>Reads lists of consultations: the rows in one question, and the deals of all of them in another.</summary>
public static class ConsultationRows
{
    private static readonly CompiledQuery<Func<TradeDbContext, long?, DateOnly?, long?, int, IAsyncEnumerable<ConsultationRow>>> Newest = new(() => EF.CompileAsyncQuery(
        (TradeDbContext db, long? mission, DateOnly? day, long? id, int count) => db.Consultations
            .Where(consultation => (mission == null || consultation.MissionId == mission)
                && (day == null || (consultation.HeldOn <= day && (consultation.HeldOn < day || consultation.Id < id))))
            .OrderByDescending(consultation => consultation.HeldOn).ThenByDescending(consultation => consultation.Id)
            .Select(ConsultationRow.Alone)
            .Take(count)));

    private static readonly CompiledQuery<Func<TradeDbContext, long[], IAsyncEnumerable<DealMark>>> Deals = new(() => EF.CompileAsyncQuery(
        (TradeDbContext db, long[] consultations) => db.Deals.Where(deal => consultations.Contains(deal.ConsultationId)).Select(DealMark.Of)));

    /// <summary>As many as a page shows, in the query's order.</summary>
    public static async Task<List<ConsultationRow>> ToRowsAsync(this IQueryable<Consultation> consultations, TradeDbContext db, CancellationToken cancellation) =>
        await WithDealsAsync(db, await consultations.Select(ConsultationRow.Alone).ToListAsync(cancellation), cancellation);

    /// <summary>What a list shows before anybody filters it: the newest first, of all missions or of one.</summary>
    /// <param name="after">The line before the first; null for the beginning.</param>
    public static async Task<List<ConsultationRow>> NewestAsync(TradeDbContext db, long? mission, (DateOnly Day, long Id)? after, int count, CancellationToken cancellation) =>
        await WithDealsAsync(db, await Newest.On(db)(db, mission, after?.Day, after?.Id, count).ToListAsync(cancellation), cancellation);

    private static async Task<List<ConsultationRow>> WithDealsAsync(TradeDbContext db, List<ConsultationRow> rows, CancellationToken cancellation)
    {
        if (rows.Count > 0)
        {
            var deals = await Deals.On(db)(db, [.. rows.Select(row => row.Id)]).ToLookupAsync(deal => deal.ConsultationId, cancellationToken: cancellation);
            rows.ForEach(row => row.Deals = [.. deals[row.Id].OrderBy(deal => deal.Id)]);
        }

        return rows;
    }
}
