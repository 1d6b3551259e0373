using Microsoft.EntityFrameworkCore;

namespace TradeMission.Web.Infrastructure;

public static class PagingQueries
{
    /// <summary>The page of this number (from 1; anything else is the first). The query must be ordered.</summary>
    public static Task<Paged<TRow>> PageAsync<TRow>(this IQueryable<TRow> ordered, int? number, int total, CancellationToken cancellation) =>
        ordered.PageAsync(number, total, page => page.ToListAsync(cancellation));

    /// <summary>The same, of what <paramref name="read"/> makes of the page's records.</summary>
    public static async Task<Paged<TRow>> PageAsync<TRecord, TRow>(this IQueryable<TRecord> ordered, int? number, int total, Func<IQueryable<TRecord>, Task<List<TRow>>> read)
    {
        var page = Math.Clamp(number ?? 1, 1, Math.Max(1, (total + Paged<TRow>.Size - 1) / Paged<TRow>.Size));
        return new Paged<TRow>(await read(ordered.Skip((page - 1) * Paged<TRow>.Size).Take(Paged<TRow>.Size)), total, page);
    }
}
