using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Rates from a file, a text or a public service: first a plan that changes nothing, then exactly that plan.</summary>
public sealed class RateImport(TradeDbContext db, Office office)
{
    public Task<RatePlan> PlanAsync(string text, CancellationToken cancellation) => PlanAsync(text, db.ExchangeRates.AsNoTracking(), cancellation);

    /// <summary>Does what the plan of this fingerprint says, all or nothing.</summary>
    /// <returns>The plan as it is now, and whether it was carried out: not, where the table or the day has changed it meanwhile.</returns>
    public async Task<(RatePlan Plan, bool Done)> ConfirmAsync(string text, string? fingerprint, string reason, CancellationToken cancellation)
    {
        try
        {
            await using var turn = await db.BeginWriteAsync(cancellation);
            var plan = await PlanAsync(text, db.ExchangeRates, cancellation);
            if (plan.Fingerprint != fingerprint)
            {
                return (plan, false);
            }

            foreach (var line in plan.Lines)
            {
                Write(line);
            }

            db.Reason = reason;
            await db.SaveChangesAsync(cancellation);
            await turn.CommitAsync(cancellation);
            return (plan, true);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsDuplicate(exception))
        {
            // Somebody was faster between reading and writing.
            db.ChangeTracker.Clear();
            return (await PlanAsync(text, cancellation), false);
        }
    }

    private async Task<RatePlan> PlanAsync(string text, IQueryable<ExchangeRate> table, CancellationToken cancellation)
    {
        var file = RateFile.Read(text);
        var today = office.Today;
        var meanings = file.Lines.Select(line => RateReading.Of(line, today)).ToList();
        return RatePlan.Of(file, meanings, await StoredAsync(table, [.. meanings.Select(meaning => meaning.Rate).OfType<ProposedRate>()], cancellation));
    }

    private static async Task<IReadOnlyList<ExchangeRate>> StoredAsync(IQueryable<ExchangeRate> table, IReadOnlyList<ProposedRate> proposed, CancellationToken cancellation)
    {
        if (proposed.Count == 0)
        {
            return [];
        }

        var currencies = proposed.Select(rate => rate.Currency).Distinct().ToList();
        var (from, to) = (proposed.Min(rate => rate.On), proposed.Max(rate => rate.On));
        return await table.Where(rate => currencies.Contains(rate.Currency) && rate.On >= from && rate.On <= to).ToListAsync(cancellation);
    }

    private void Write(PlannedRate line)
    {
        var rate = line.Rate;
        switch (line.Outcome)
        {
            case RateOutcome.New:
                db.ExchangeRates.Add(new ExchangeRate { Currency = rate!.Currency, Against = rate.Against, On = rate.On, Quoted = rate.Quoted, Per = rate.Per, Source = rate.Source });
                break;
            case RateOutcome.Replaces:
                (line.Stored!.Quoted, line.Stored.Per, line.Stored.Source) = (rate!.Quoted, rate.Per, rate.Source);
                break;
        }
    }
}
