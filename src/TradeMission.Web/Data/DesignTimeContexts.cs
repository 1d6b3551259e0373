using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TradeMission.Web.Data;

/// <summary>Lets dotnet-ef make migrations for both databases without either being there.</summary>
internal sealed class DesignTimeContexts : IDesignTimeDbContextFactory<SqliteTradeDbContext>, IDesignTimeDbContextFactory<SqlServerTradeDbContext>
{
    SqliteTradeDbContext IDesignTimeDbContextFactory<SqliteTradeDbContext>.CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteTradeDbContext>();
        DatabaseSetup.UseSqlite(options, "Data Source=:memory:");
        return new SqliteTradeDbContext(options.Options);
    }

    SqlServerTradeDbContext IDesignTimeDbContextFactory<SqlServerTradeDbContext>.CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerTradeDbContext>();
        DatabaseSetup.UseSqlServer(options, "Server=design;Database=design;Encrypt=True", new SqlServerSettings());
        return new SqlServerTradeDbContext(options.Options);
    }
}
