using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Deleted;

/// <summary>What was deleted in the last days and can be restored, the latest first.</summary>
/// <param name="Refused">Why a record was just not restored, and which; null where none was.</param>
public sealed record DeletedList(Paged<DeletedRow> Found, DateTime Now, DeletedList.Refusal? Refused)
{
    public sealed record Refusal(string Name, RestorationRefusal Why, string? Missing);

    public static async Task<DeletedList> OfAsync(TradeDbContext db, CurrentUser user, int? page, Refusal? refused, CancellationToken cancellation)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var kept = Restorable(db, user, now);
        var rows = kept.OrderByDescending(deleted => deleted.Id)
            .Select(deleted => new DeletedRow(deleted.Id, deleted.Record, deleted.Name, deleted.NameEn, deleted.DeletedAt, deleted.DeletedByName, deleted.KeptUntil));
        return new DeletedList(await rows.PageAsync(page, await kept.CountAsync(cancellation), cancellation), now, refused);
    }

    /// <summary>What this person may bring back: rates are the administrators' matter.</summary>
    public static IQueryable<DeletedRecord> Restorable(TradeDbContext db, CurrentUser user, DateTime now)
    {
        var kept = db.DeletedRecords.Where(deleted => deleted.Content != null && deleted.KeptUntil > now);
        return user.IsAdministrator ? kept : kept.Where(deleted => deleted.Record != nameof(ExchangeRate));
    }

    /// <summary>Days that are left, the last one counted.</summary>
    public int DaysLeft(DeletedRow row) => (int)Math.Ceiling((row.KeptUntil - Now).TotalDays);
}
