using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>Where records are now that were merged into others, or restored under another id.</summary>
public static class Whereabouts
{
    /// <summary>Where a record is that was restored under another id, merged into another, or both, in whatever order; null where it is where it was, or is not there.</summary>
    /// <param name="record">Its kind, by the name that the audit trail gives it.</param>
    public static async Task<long?> NowAtAsync(TradeDbContext db, string record, long id, CancellationToken cancellation)
    {
        long? now = null;
        while (await NextAsync(now ?? id) is { } next)
        {
            now = next;
        }

        return now;

        async Task<long?> NextAsync(long asked) => await db.DeletedRecords.NowAtAsync(record, asked, cancellation) ?? record switch
        {
            nameof(Company) => await IntoAsync<Company>(db, asked, cancellation),
            nameof(Buyer) => await IntoAsync<Buyer>(db, asked, cancellation),
            nameof(Participation) => await IntoAsync<Participation>(db, asked, cancellation),
            _ => null,
        };
    }

    /// <summary>The record that stands for a merged one; null where it stands for itself or is not there.</summary>
    public static async Task<long?> IntoAsync<TRecord>(TradeDbContext db, long id, CancellationToken cancellation)
        where TRecord : Entity, IMergeable
    {
        long? into = null;
        for (long? next = id; next is { } merged; into = next ?? into)
        {
            next = await db.Set<TRecord>().IgnoreQueryFilters().Where(record => record.Id == merged).Select(record => record.MergedIntoId).FirstOrDefaultAsync(cancellation);
        }

        return into;
    }
}
