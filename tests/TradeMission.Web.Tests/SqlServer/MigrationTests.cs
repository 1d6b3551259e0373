using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.SqlServer;

public sealed class MigrationTests
{
    public static TheoryData<string> Providers { get; } = ["Sqlite", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Model_HasNoChangeWithoutMigration(string provider)
    {
        await using var db = Context(provider);

        Assert.False(db.Database.HasPendingModelChanges(), $"dotnet ef migrations add <Name> --context {provider}TradeDbContext --output-dir Data/Migrations/{provider}");
    }

    [Fact]
    public void BothDatabases_HaveTheSameMigrations()
    {
        using var sqlite = Context("Sqlite");
        using var server = Context("SqlServer");

        Assert.Equal(sqlite.Database.GetMigrations().Select(NameOf), server.Database.GetMigrations().Select(NameOf));
    }

    [Fact]
    public async Task Sqlite_EveryMigration_GoesUpAndDownOverAFilledDatabase()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        if (TestDatabase.IsOnServer)
        {
            return;
        }

        await using var db = database.Open();
        var counted = await db.Consultations.CountAsync();
        var migrations = db.Database.GetMigrations().ToList();
        foreach (var earlier in Enumerable.Reverse(migrations).Skip(1))
        {
            await db.Database.MigrateAsync(earlier);
            Assert.Equal(earlier, (await db.Database.GetAppliedMigrationsAsync()).Last());
        }

        foreach (var later in migrations.Skip(1))
        {
            await db.Database.MigrateAsync(later);
        }

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(counted, await db.Consultations.CountAsync());
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Sqlite_MigratedTables_AreThoseOfTheModel()
    {
        await using var migrated = await TestDatabase.CreateAsync();
        if (TestDatabase.IsOnServer)
        {
            return;
        }

        await using var db = migrated.Open();
        foreach (var type in db.Model.GetEntityTypes())
        {
            await CountAsync(db, type.ClrType);
        }
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void SqlServer_WholeScript_IsValidAndMakesTheModel(MigrationsSqlGenerationOptions options)
    {
        using var db = Context("SqlServer");
        var schema = new TSqlSchema();
        var (moved, earlier) = (0, (string?)null);
        foreach (var migration in db.Database.GetMigrations())
        {
            // What moves data is held against the tables of its own time.
            schema.Do(db.GetService<IMigrator>().GenerateScript(earlier, migration, options));
            Assert.Empty(StatementCheck.Errors(schema, [.. schema.Data.Skip(moved).Select(statement => new SqlStatement(statement, ""))]));
            (moved, earlier) = (schema.Data.Count, migration);
        }

        Assert.Equal(db.Model.GetEntityTypes().Select(type => type.GetTableName()).Append("__EFMigrationsHistory").Distinct().Order(), schema.Tables.Order());
        Assert.NotEmpty(schema.Data);
    }

    [Fact]
    public void SqlServer_MigratedColumns_AreThoseOfTheModel()
    {
        using var db = Context("SqlServer");
        var migrated = TSqlSchema.Of(db.GetService<IMigrator>().GenerateScript());
        var asOfNow = TSqlSchema.Of(db.Database.GenerateCreateScript());

        Assert.Equal(asOfNow.Columns, migrated.Columns.Where(column => !column.StartsWith("__EF", StringComparison.Ordinal)));
        Assert.Equal(asOfNow.Indexes, migrated.Indexes);
    }

    [Fact]
    public void SqlServer_EveryStepBack_IsValid()
    {
        using var db = Context("SqlServer");
        var migrations = db.Database.GetMigrations().ToList();
        var schema = TSqlSchema.Of(db.GetService<IMigrator>().GenerateScript());
        schema.Do(db.GetService<IMigrator>().GenerateScript(migrations[^1], "0"));

        Assert.Equal(["__EFMigrationsHistory"], schema.Tables);
    }

    private static TradeDbContext Context(string provider)
    {
        if (provider == "SqlServer")
        {
            return PretendServer.Context(new PretendServer());
        }

        var options = new DbContextOptionsBuilder<SqliteTradeDbContext>();
        DatabaseSetup.UseSqlite(options, "Data Source=:memory:");
        return new SqliteTradeDbContext(options.Options);
    }

    /// <summary>Without the time that stands before it.</summary>
    private static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static Task CountAsync(DbContext db, Type type) =>
        (Task)typeof(MigrationTests).GetMethod(nameof(CountOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [db])!;

    private static async Task CountOfAsync<T>(DbContext db)
        where T : class => await db.Set<T>().AsNoTracking().ToListAsync();
}
