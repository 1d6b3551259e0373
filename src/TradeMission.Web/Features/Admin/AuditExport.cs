using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Admin;

/// <summary>The audit trail as a file: in words, as its page has it.</summary>
public static class AuditExport
{
    private const int Batch = 500;

    public static ExportSheet<HistoryItem> Sheet() => new(
        Texts.Get("Shared.NavAudit"),
        [
            new(Texts.Get("Admin.When"), item => Office.ToLocal(item.At), 18),
            new(Texts.Get("Admin.Who"), item => item.Who),
            new(Texts.Get("Admin.Record"), item => item.What),
            new(Texts.Get("Admin.RecordId"), item => item.RecordId == 0 ? null : item.RecordId, 10),
            new(Texts.Get("Admin.Act"), item => Texts.Of(item.Act), 10),
            new(Texts.Get("Admin.Reason"), item => item.Reason, 30),
            new(Texts.Get("Admin.Changes"), item => string.Join("; ", item.Changes.Select(InWords)), 60),
        ]);

    /// <summary>In batches, each of them read to its end: the words for what entries refer to are asked of the same database.</summary>
    public static async IAsyncEnumerable<HistoryItem> RowsAsync(TradeDbContext db, IQueryable<AuditEntry> entries, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var last = long.MaxValue; ;)
        {
            var before = last;
            var next = entries.Where(entry => entry.Id < before).OrderByDescending(entry => entry.Id).Take(Batch);
            var items = await History.InWordsAsync(db, next, cancellation);
            foreach (var item in items)
            {
                yield return item;
            }

            if (items.Count < Batch)
            {
                yield break;
            }

            last = await next.MinAsync(entry => entry.Id, cancellation);
        }
    }

    private static string InWords(HistoryItem.Change change) => change.From is null ? $"{change.Label}: {change.To ?? "–"}" : $"{change.Label}: {change.From} → {change.To ?? "–"}";
}
