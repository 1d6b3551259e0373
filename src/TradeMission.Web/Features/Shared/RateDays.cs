using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Shared;

/// <summary>The first and the last day of the exchange rates that are frozen on a mission's records.</summary>
public sealed record RateDays(DateOnly From, DateOnly To)
{
    /// <summary>Null where everything is in the base currency. Read from the ends of indexes, whatever the number of records.</summary>
    public static async Task<RateDays?> OfAsync(TradeDbContext db, long missionId, CancellationToken cancellation)
    {
        var rated = db.Consultations.Where(consultation => consultation.MissionId == missionId && consultation.RatedOn != null);
        var deals = db.Deals.Where(deal => deal.MissionId == missionId);
        var first = await rated.MinAsync(consultation => consultation.RatedOn, cancellation);
        var last = await rated.MaxAsync(consultation => consultation.RatedOn, cancellation);
        var from = Earlier(first, await deals.Where(deal => deal.RatesFrom != null).MinAsync(deal => deal.RatesFrom, cancellation));
        var to = Later(last, await deals.Where(deal => deal.RatesTo != null).MaxAsync(deal => deal.RatesTo, cancellation));
        return from is { } earliest && to is { } latest ? new RateDays(earliest, latest) : null;
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;
}
