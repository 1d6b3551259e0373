using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Imports;

/// <summary>Records of some rows of an import, added to the context and not saved.</summary>
/// <param name="Rows">How many rows they are of.</param>
public sealed record ImportBatch(int Rows, IReadOnlyList<Entity> Made)
{
    /// <summary>Rows that are saved together: thousands at once cost memory, and each of them more time.</summary>
    public const int Size = 1_000;

    /// <summary>One record of each row that adds something.</summary>
    public static IEnumerable<ImportBatch> Of<TRecord>(TradeDbContext db, ImportPlan plan, Func<PlannedRow, TRecord> create)
        where TRecord : Entity
    {
        foreach (var rows in plan.Added.Chunk(Size))
        {
            var records = rows.Select(create).ToList();
            db.AddRange(records);
            yield return new ImportBatch(rows.Length, records);
        }
    }
}
