using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure;

/// <summary>The version that an edit was begun on.</summary>
public static class Expectation
{
    /// <summary>Saving fails with <see cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException"/> when the record is no longer of this version.</summary>
    public static void Expect(this TradeDbContext db, Entity record, int? version) =>
        db.Entry(record).Property(nameof(Entity.Version)).OriginalValue = version ?? record.Version;
}
