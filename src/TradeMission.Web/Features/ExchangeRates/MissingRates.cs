using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Amounts of consultations, of deals and of in-kind support that were recorded without a rate: counted, and given theirs once the table has it.</summary>
public sealed class MissingRates(TradeDbContext db)
{
    public async Task<IReadOnlyList<MissingRate>> CountAsync(CancellationToken cancellation)
    {
        var missions = Missions();
        var values = db.Consultations.Where(consultation => missions.Contains(consultation.MissionId) && consultation.Value != null && consultation.Value.Rate == null)
            .Select(consultation => new { consultation.Value!.Currency, Against = consultation.Mission.BaseCurrency, Day = consultation.HeldOn });
        var steps = db.DealSteps.Where(step => missions.Contains(step.Deal.MissionId) && !step.IsStruck && step.Value != null && step.Value.Rate == null)
            .Select(step => new { step.Value!.Currency, Against = step.Deal.Mission.BaseCurrency, Day = step.On });
        var supports = db.HostSupports.Where(support => support.Value != null && support.Value.Rate == null)
            .Select(support => new { support.Value!.Currency, Against = support.Stop.Mission.BaseCurrency, Day = support.Stop.StartsOn ?? support.Stop.Mission.StartsOn });
        var counted = new List<MissingRate>();
        foreach (var part in new[] { values, steps, supports })
        {
            counted.AddRange(await part
                .Select(amount => new { amount.Currency, amount.Against, HasRate = db.ExchangeRates.Any(rate => rate.Currency == amount.Currency && rate.Against == amount.Against && rate.On <= amount.Day) })
                .GroupBy(amount => new { amount.Currency, amount.Against })
                .Select(group => new MissingRate(group.Key.Currency, group.Key.Against, group.Count(), group.Sum(amount => amount.HasRate ? 1 : 0)))
                .ToListAsync(cancellation));
        }

        return [.. counted.GroupBy(missing => (missing.Currency, missing.Against))
            .Select(group => new MissingRate(group.Key.Currency, group.Key.Against, group.Sum(missing => missing.Amounts), group.Sum(missing => missing.Applicable)))
            .OrderByDescending(missing => missing.Amounts).ThenBy(missing => missing.Currency, StringComparer.Ordinal)];
    }

    /// <summary>Freezes the rate of its day on every amount that has none and for which the table now has one. Totals move with it, mission by mission.</summary>
    /// <returns>How many amounts.</returns>
    public async Task<int> ApplyAsync(string reason, CancellationToken cancellation)
    {
        var applied = 0;
        foreach (var mission in await Missions().Union(db.HostSupports.Where(support => support.Value != null && support.Value.Rate == null).Select(support => support.Stop.MissionId)).ToListAsync(cancellation))
        {
            applied += await ApplyAsync(mission, reason, cancellation);
        }

        return applied;
    }

    private async Task<int> ApplyAsync(long missionId, string reason, CancellationToken cancellation)
    {
        await using var turn = await db.BeginMissionAsync(missionId, cancellation);
        var mission = await db.Missions.AsNoTracking().SingleAsync(mission => mission.Id == missionId, cancellation);
        var known = new Dictionary<(string Currency, DateOnly Day), FrozenRate?>();
        var applied = 0;
        var consultations = await db.Consultations
            .Where(consultation => consultation.MissionId == missionId && consultation.Value != null && consultation.Value.Rate == null)
            .ToListAsync(cancellation);
        foreach (var consultation in consultations)
        {
            consultation.Value = await RatedAsync(consultation.Value, consultation.HeldOn);
        }

        var deals = await db.Deals.Include(deal => deal.Steps).ThenInclude(step => step.Evidence)
            .Where(deal => deal.MissionId == missionId && deal.Steps.Any(step => !step.IsStruck && step.Value != null && step.Value.Rate == null)).ToListAsync(cancellation);
        foreach (var deal in deals)
        {
            foreach (var step in deal.Standing.Where(step => step.Value is { Rate: null }).ToList())
            {
                if (await RatedAsync(step.Value, step.On) is { Frozen: { } rate })
                {
                    deal.Rate(step, rate);
                }
            }
        }

        var supports = await db.HostSupports.Include(support => support.Stop).Where(support => support.Stop.MissionId == missionId && support.Value != null && support.Value.Rate == null).ToListAsync(cancellation);
        foreach (var support in supports)
        {
            support.Value = await RatedAsync(support.Value, support.Stop.StartsOn ?? mission.StartsOn);
        }

        db.Reason = reason;
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return applied;

        async Task<Valued?> RatedAsync(Valued? value, DateOnly day)
        {
            if (value is not { Rate: null })
            {
                return value;
            }

            if (!known.TryGetValue((value.Currency, day), out var rate))
            {
                known[(value.Currency, day)] = rate = await Rates.FindAsync(db, value.Currency, mission.BaseCurrency, day, cancellation);
            }

            if (rate is null)
            {
                return value;
            }

            applied++;
            return new Valued(value.Money, rate);
        }
    }

    /// <summary>Those whose stored totals say that something is left out: nobody looks through the others.</summary>
    private IQueryable<long> Missions() =>
        db.TierTotals.Where(total => total.Scope == TotalScope.Mission && total.WithoutRate > 0).Select(total => total.MissionId)
            .Union(db.DealSteps.Where(step => !step.IsStruck && step.Value != null && step.Value.Rate == null).Select(step => step.Deal.MissionId));
}
