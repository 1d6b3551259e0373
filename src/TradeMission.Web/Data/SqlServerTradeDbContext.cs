using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace TradeMission.Web.Data;

/// <summary>The production database.</summary>
public sealed class SqlServerTradeDbContext(DbContextOptions<SqlServerTradeDbContext> options) : TradeDbContext(options)
{
    public override bool IsDuplicate(DbUpdateException exception) => exception.InnerException is SqlException { Number: 2601 or 2627 };

    protected override Task<IDisposable> EnterAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable>(NoTurn.Instance);
}
