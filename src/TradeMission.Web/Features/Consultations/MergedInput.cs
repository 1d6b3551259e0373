using TradeMission.Domain.Buyers;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Consultations;

/// <summary>A page that was opened, or a device that was prepared, before two records became one still names the one that is gone.</summary>
internal static class MergedInput
{
    /// <summary>The same input about the records that stand for those it names.</summary>
    public static async Task<TInput> OfTodayAsync<TInput>(this TInput input, TradeDbContext db, CancellationToken cancellation)
        where TInput : ConsultationInput => (TInput)(input with
        {
            BuyerId = input.BuyerId is { } buyer ? await Whereabouts.IntoAsync<Buyer>(db, buyer, cancellation) ?? buyer : null,
            ParticipationId = input.ParticipationId is { } participation ? await Whereabouts.IntoAsync<Participation>(db, participation, cancellation) ?? participation : null,
        });
}
