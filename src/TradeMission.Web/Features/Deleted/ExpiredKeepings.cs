using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Schedule;

namespace TradeMission.Web.Features.Deleted;

/// <summary>Deletes for good what was kept long enough: deleted records and drafts of forms.</summary>
public sealed class ExpiredKeepings : IScheduledTask
{
    public string Name => "expired-keepings";

    public Task RunAsync(TradeDbContext db, DateOnly today, CancellationToken cancellation) => db.ForgetExpiredAsync(db.Clock.GetUtcNow().UtcDateTime, cancellation);
}
