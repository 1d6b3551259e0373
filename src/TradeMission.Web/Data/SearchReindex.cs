using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;

namespace TradeMission.Web.Data;

/// <summary>
/// Writes what records are found by anew, after the rules for it have changed or columns have been added. Goes through the context like any save, in small batches beside running
/// writers; since nothing but <see cref="DerivedText"/> changes, neither history nor versions do.
/// </summary>
public sealed class SearchReindex(TradeDbContext db)
{
    private const int BatchSize = 500;

    /// <summary>All records, where a migration has just added the columns; else nothing.</summary>
    public async Task<int> FillAsync(CancellationToken cancellation) =>
        await LacksKeysAsync<Mission>(cancellation) || await LacksKeysAsync<Company>(cancellation) || await LacksKeysAsync<Buyer>(cancellation)
        || await LacksKeysAsync<SisterCity>(cancellation) || await LacksKeysAsync<TradeUser>(cancellation)
            ? await AllAsync(cancellation)
            : 0;

    /// <returns>How many records were found by something else before.</returns>
    public async Task<int> AllAsync(CancellationToken cancellation) =>
        await EachAsync<Consultation>(consultation => consultation.Id, cancellation)

        // Those that tell whether the work is done come last: a run that is killed begins again.
        + await EachAsync<SisterCity>(city => city.Id, cancellation)
        + await EachAsync<Company>(company => company.Id, cancellation)
        + await EachAsync<Buyer>(buyer => buyer.Id, cancellation)
        + await EachAsync<Mission>(mission => mission.Id, cancellation)
        + await EachAsync<TradeUser>(user => user.Id, cancellation);

    private Task<bool> LacksKeysAsync<TRecord>(CancellationToken cancellation)
        where TRecord : class, INamed => db.Set<TRecord>().AnyAsync(record => EF.Property<string?>(record, DerivedText.SearchKeys) == null, cancellation);

    private async Task<int> EachAsync<TRecord>(Func<TRecord, long> idOf, CancellationToken cancellation)
        where TRecord : class, ISearchable
    {
        var (written, after) = (0, 0L);
        while (true)
        {
            var batch = await db.Set<TRecord>().AsTracking().IgnoreQueryFilters().Where(record => EF.Property<long>(record, "Id") > after).OrderBy(record => EF.Property<long>(record, "Id")).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return written;
            }

            var changed = batch.Count(record => DerivedText.Write(db.Entry(record)));
            try
            {
                await db.SaveChangesAsync(cancellation);
                (written, after) = (written + changed, idOf(batch[^1]));
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody saved one of them meanwhile: the same batch again.
            }

            db.ChangeTracker.Clear();
        }
    }
}
