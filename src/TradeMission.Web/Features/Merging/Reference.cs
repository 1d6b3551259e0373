using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Merging;

/// <summary>A column by which records of one kind hang on the firms of a register, or on participations.</summary>
/// <param name="Record">The kind, by the name that the audit trail gives it.</param>
public abstract record Reference(string Record, string Field)
{
    public static Reference Of<TRecord>(string field)
        where TRecord : class => new OfRecord<TRecord>(AuditTrail.NameOf(typeof(TRecord)), field);

    /// <summary>What hangs on the owner, to be changed.</summary>
    public abstract Task<IReadOnlyList<object>> OfAsync(TradeDbContext db, long owner, CancellationToken cancellation);

    public abstract Task<int> CountAsync(TradeDbContext db, long owner, CancellationToken cancellation);

    /// <summary>Those of the records that still hang on the owner, to be changed.</summary>
    public abstract Task<IReadOnlyList<object>> StillOfAsync(TradeDbContext db, long owner, IEnumerable<long> ids, CancellationToken cancellation);

    public abstract Task<int> CountStillAsync(TradeDbContext db, long owner, IEnumerable<long> ids, CancellationToken cancellation);

    private sealed record OfRecord<TRecord>(string Record, string Field) : Reference(Record, Field)
        where TRecord : class
    {
        public override async Task<IReadOnlyList<object>> OfAsync(TradeDbContext db, long owner, CancellationToken cancellation) => await Rows(db, owner).ToListAsync(cancellation);

        public override Task<int> CountAsync(TradeDbContext db, long owner, CancellationToken cancellation) => Rows(db, owner).CountAsync(cancellation);

        public override async Task<IReadOnlyList<object>> StillOfAsync(TradeDbContext db, long owner, IEnumerable<long> ids, CancellationToken cancellation)
        {
            var found = new List<object>();
            foreach (var some in ids.InQuestions())
            {
                found.AddRange(await Rows(db, owner, some).ToListAsync(cancellation));
            }

            return found;
        }

        public override async Task<int> CountStillAsync(TradeDbContext db, long owner, IEnumerable<long> ids, CancellationToken cancellation)
        {
            var count = 0;
            foreach (var some in ids.InQuestions())
            {
                count += await Rows(db, owner, some).CountAsync(cancellation);
            }

            return count;
        }

        private IQueryable<TRecord> Rows(TradeDbContext db, long owner, long[] some) => Rows(db, owner).Where(row => some.Contains(EF.Property<long>(row, "Id")));

        private IQueryable<TRecord> Rows(TradeDbContext db, long owner)
        {
            var field = Field;
            return db.Set<TRecord>().AsTracking().Where(row => EF.Property<long?>(row, field) == owner).OrderBy(row => EF.Property<long>(row, "Id"));
        }
    }
}
