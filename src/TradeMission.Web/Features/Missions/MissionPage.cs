using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Missions;

/// <summary>The mission page.</summary>
public sealed record MissionPage(long Id)
{
    public static Task<MissionPage?> OfAsync(TradeDbContext db, long id, DateOnly today, CancellationToken cancellation) => Task.FromResult<MissionPage?>(new MissionPage(id));
}
