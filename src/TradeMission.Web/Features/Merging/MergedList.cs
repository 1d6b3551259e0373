using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Merging;

/// <summary>What was merged into a firm, the latest first: only that one can be undone.</summary>
/// <param name="Ids">Of these firms and of those that had been merged into them: all whose history goes on here.</param>
public sealed record MergedList(IReadOnlyList<MergedList.Row> Rows, IReadOnlyList<long> Ids)
{
    public sealed record Row(long Id, long LoserId, string Name, DateTime At, string ByName, string Reason);

    public static async Task<MergedList> OfAsync(TradeDbContext db, FirmKind kind, long winner, CancellationToken cancellation)
    {
        var merges = await db.Merges.Where(merge => merge.Kind == kind && merge.WinnerId == winner).OrderByDescending(merge => merge.Id)
            .Select(merge => new { merge.Id, merge.LoserId, merge.At, merge.ByName, merge.Reason }).ToListAsync(cancellation);
        var names = merges.Count == 0 ? new Dictionary<long, string>() : await FirmRegister.Of(kind).NamesAsync(db, [.. merges.Select(merge => merge.LoserId)], cancellation);
        var ids = merges.ConvertAll(merge => merge.LoserId);
        for (var last = ids; last.Count > 0; ids = [.. ids, .. last])
        {
            var into = last;
            last = await db.Merges.Where(merge => merge.Kind == kind && into.Contains(merge.WinnerId)).Select(merge => merge.LoserId).ToListAsync(cancellation);
        }

        return new MergedList([.. merges.Select(merge => new Row(merge.Id, merge.LoserId, names[merge.LoserId], merge.At, merge.ByName, merge.Reason))], ids);
    }
}
