using Microsoft.EntityFrameworkCore;

namespace TradeMission.Web.Infrastructure;

public static class PagingQueries
{
    /// <summary>The page of this number (from 1; anything else is the first). The query must be ordered.</summary>
    public static async Task<Paged<TRow>> PageAsync<TRow>(this IQueryable<TRow> ordered, int? number, int total, CancellationToken cancellation)
    {
        var page = Math.Clamp(number ?? 1, 1, Math.Max(1, (total + Paged<TRow>.Size - 1) / Paged<TRow>.Size));
        return new Paged<TRow>(await ordered.Skip((page - 1) * Paged<TRow>.Size).Take(Paged<TRow>.Size).ToListAsync(cancellation), total, page);
    }
}
