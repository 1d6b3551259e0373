using Microsoft.EntityFrameworkCore;

#pragma warning disable RS0030 // What is kept for a while is neither audited nor counted.

namespace TradeMission.Web.Data;

/// <summary>What is kept for a while: deleted records and drafts.</summary>
public static class KeptQueries
{
    /// <summary>Where a record is now that was restored under another id; null where it was not.</summary>
    public static async Task<long?> NowAtAsync(this IQueryable<DeletedRecord> deleted, string record, long id, CancellationToken cancellation)
    {
        // Restored, deleted and restored again: each time under another id.
        long? now = null;
        while (true)
        {
            var asked = now ?? id;
            var next = await deleted.Where(one => one.Record == record && one.RecordId == asked && one.RestoredAs != null && one.RestoredAs != one.RecordId)
                .OrderByDescending(one => one.Id).Select(one => one.RestoredAs).FirstOrDefaultAsync(cancellation);
            if (next is null)
            {
                return now;
            }

            now = next;
        }
    }

    /// <summary>Deletes this person's draft of a form, if there is one.</summary>
    public static Task ForgetAsync(this IQueryable<FormDraft> drafts, long userId, string? address, CancellationToken cancellation) =>
        drafts.Where(draft => draft.UserId == userId && draft.Address == address).ExecuteDeleteAsync(cancellation);

    /// <summary>Deletes for good whatever's time is over. What leads from an old id to a new one stays; it holds nothing else any more.</summary>
    public static async Task ForgetExpiredAsync(this TradeDbContext db, DateTime now, CancellationToken cancellation)
    {
        await db.DeletedRecords.Where(deleted => deleted.KeptUntil <= now && (deleted.RestoredAs == null || deleted.RestoredAs == deleted.RecordId)).ExecuteDeleteAsync(cancellation);
        var before = now.AddDays(-FormDraft.Days);
        await db.FormDrafts.Where(draft => draft.At <= before).ExecuteDeleteAsync(cancellation);
        await db.ImportDrafts.Where(draft => draft.At <= before).ExecuteDeleteAsync(cancellation);
    }
}
