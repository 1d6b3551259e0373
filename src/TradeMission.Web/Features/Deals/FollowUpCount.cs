using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Deals;

/// <summary>How many deals wait for something, and the list that shows them.</summary>
public sealed record FollowUpCount(NewsFilter News, int Deals)
{
    private static readonly NewsFilter[] Counted = [NewsFilter.Overdue, NewsFilter.Due, NewsFilter.Quiet, NewsFilter.Asked, NewsFilter.NoAddress];

    public string Path => $"/deals?news={News}";

    /// <summary>Those that are not nought, the most pressing first.</summary>
    public static async Task<IReadOnlyList<FollowUpCount>> AllAsync(TradeDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var counts = new List<FollowUpCount>();
        foreach (var news in Counted)
        {
            counts.Add(new FollowUpCount(news, await new DealSearch { News = news }.Deals(db, today).CountAsync(cancellation)));
        }

        return [.. counts.Where(count => count.Deals > 0)];
    }
}
