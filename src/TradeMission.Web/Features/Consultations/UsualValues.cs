using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Consultations;

/// <summary>What consultation values of a mission usually are.</summary>
public static class UsualValues
{
    /// <summary>Enough to know what is usual; a mission of 10^5 consultations need not be read for it.</summary>
    private const int Looked = 200;

    /// <param name="except">The consultation that is held against the others.</param>
    public static async Task<UsualValue> OfAsync(TradeDbContext db, long missionId, long? except, CancellationToken cancellation) =>
        UsualValue.Of(await db.Consultations
            .Where(consultation => consultation.MissionId == missionId && consultation.Id != except && consultation.Value!.BaseAmount > 0)
            .OrderByDescending(consultation => consultation.HeldOn).ThenByDescending(consultation => consultation.Id)
            .Take(Looked).Select(consultation => consultation.Value!.BaseAmount!.Value).ToListAsync(cancellation));
}
