using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure;

/// <summary>Where records are now that were merged into others.</summary>
public static class Merged
{
    /// <summary>The record that stands for this one; null where it stands for itself or is not there.</summary>
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
