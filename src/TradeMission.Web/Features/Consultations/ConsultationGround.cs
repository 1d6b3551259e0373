using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Consultations;

/// <summary>
/// What the rules ask the database about one mission. Each question is asked once, however many inputs are checked on the same ground; <see cref="PrepareAsync"/> asks
/// for thousands of inputs together what would otherwise be asked for each.
/// </summary>
internal sealed class ConsultationGround
{
    private readonly TradeDbContext db;
    private readonly Dictionary<long, Partaking?> participations = [];
    private readonly Dictionary<long, StopDays?> stops = [];
    private readonly Dictionary<long, Credit?> credits = [];
    private readonly Dictionary<(string Currency, string Against, DateOnly Day), FrozenRate?> rates = [];
    private readonly Dictionary<long, UsualValue> usual = [];
    private HashSet<(long Company, long Buyer, DateOnly Day)>? meetings;

    private ConsultationGround(TradeDbContext db, MissionHead? mission) => (this.db, Mission) = (db, mission);

    /// <summary>Null where there is no such mission.</summary>
    public MissionHead? Mission { get; }

    public sealed record Partaking(long CompanyId, ParticipationStatus Status);

    public sealed record StopDays(DateOnly? StartsOn, DateOnly? EndsOn);

    public static async Task<ConsultationGround> OfAsync(TradeDbContext db, long missionId, CancellationToken cancellation) =>
        new(db, await db.Missions.Where(mission => mission.Id == missionId).Select(MissionHead.Of).FirstOrDefaultAsync(cancellation));

    /// <summary>Asks for all of these inputs together.</summary>
    public async Task PrepareAsync(IReadOnlyList<ConsultationInput> inputs, CancellationToken cancellation)
    {
        foreach (var some in inputs.Select(input => input.BuyerId).OfType<long>().Distinct().Where(id => !credits.ContainsKey(id)).InQuestions())
        {
            var found = await db.Buyers.Where(buyer => some.Contains(buyer.Id)).Select(buyer => new { buyer.Id, buyer.Credit }).ToDictionaryAsync(buyer => buyer.Id, buyer => (Credit?)buyer.Credit, cancellation);
            foreach (var id in some)
            {
                credits[id] = found.GetValueOrDefault(id);
            }
        }

        var days = inputs.Select(input => input.HeldOn).OfType<DateOnly>().Distinct().ToList();
        if (Mission is not { } mission || days.Count == 0)
        {
            return;
        }

        // Day by day: one wrong year among them must not ask for all the years between.
        meetings = [];
        foreach (var some in days.InQuestions())
        {
            var met = db.Consultations
                .Where(other => some.Contains(other.HeldOn) && !other.DayUnknown && db.Participations.Any(own => own.MissionId == mission.Id && own.CompanyId == other.Participation.CompanyId))
                .Select(other => new { other.Participation.CompanyId, other.BuyerId, other.HeldOn });
            await foreach (var meeting in met.AsAsyncEnumerable().WithCancellation(cancellation))
            {
                meetings.Add((meeting.CompanyId, meeting.BuyerId, meeting.HeldOn));
            }
        }
    }

    /// <summary>Null where the mission has no such participation.</summary>
    public async ValueTask<Partaking?> ParticipationAsync(long id, CancellationToken cancellation) =>
        participations.TryGetValue(id, out var known) ? known : participations[id] = await db.Participations.Where(participation => participation.Id == id && participation.MissionId == Mission!.Id)
            .Select(participation => new Partaking(participation.CompanyId, participation.Status)).FirstOrDefaultAsync(cancellation);

    /// <summary>Null where the mission has no such stop.</summary>
    public async ValueTask<StopDays?> StopAsync(long id, CancellationToken cancellation) =>
        stops.TryGetValue(id, out var known) ? known : stops[id] = await db.Stops.Where(stop => stop.Id == id && stop.MissionId == Mission!.Id)
            .Select(stop => new StopDays(stop.StartsOn, stop.EndsOn)).FirstOrDefaultAsync(cancellation);

    /// <summary>Null where there is no such buyer.</summary>
    public async ValueTask<Credit?> CreditAsync(long buyerId, CancellationToken cancellation) =>
        credits.TryGetValue(buyerId, out var known) ? known : credits[buyerId] = await db.Buyers.Where(buyer => buyer.Id == buyerId)
            .Select(buyer => (Credit?)buyer.Credit).FirstOrDefaultAsync(cancellation);

    public async ValueTask<FrozenRate?> RateAsync(string currency, string against, DateOnly day, CancellationToken cancellation) =>
        rates.TryGetValue((currency, against, day), out var known) ? known : rates[(currency, against, day)] = await Rates.FindAsync(db, currency, against, day, cancellation);

    public async ValueTask<UsualValue> UsualAsync(long? except, CancellationToken cancellation) =>
        usual.TryGetValue(except ?? 0, out var known) ? known : usual[except ?? 0] = await UsualValues.OfAsync(db, Mission!.Id, except, cancellation);

    /// <summary>What the deals of a consultation that are not on hold or lost come to.</summary>
    public async Task<(decimal? Contract, decimal? Pursued)> ContractAsync(long consultationId, CancellationToken cancellation)
    {
        var open = await db.Deals.Where(deal => deal.ConsultationId == consultationId).Where(DealSum.Counts).Select(deal => new { deal.Stage, deal.ContractBase }).ToListAsync(cancellation);
        return (open.Sum(deal => deal.ContractBase), open.Where(deal => deal.Stage == DealStage.Pursued).Sum(deal => deal.ContractBase));
    }

    /// <summary>Consultations of the same company with the same buyer on the same day.</summary>
    public async Task<IReadOnlyList<ConsultationRow>> SameAsync(long company, long buyer, DateOnly day, long? except, CancellationToken cancellation)
    {
        if (meetings?.Contains((company, buyer, day)) == false)
        {
            return [];
        }

        var own = except ?? 0;
        return await db.Consultations
            .Where(other => other.Participation.CompanyId == company && other.BuyerId == buyer && other.HeldOn == day && !other.DayUnknown && other.Id != own)
            .OrderBy(other => other.Id).Take(5).ToRowsAsync(db, cancellation);
    }
}
