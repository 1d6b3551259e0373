using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using TradeMission.Domain.Buyers;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

/// <summary>SQLite alone: the connection that a context keeps, in the pool as well, and the statements that stay prepared on it.</summary>
public sealed class KeptConnectionTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    [Fact]
    public async Task Connection_StaysOpenBetweenQueriesAndEndsWithTheContext()
    {
        if (TestDatabase.IsOnServer)
        {
            return;
        }

        var db = database.Open();
        var connection = db.Database.GetDbConnection();
        Assert.Equal(ConnectionState.Closed, connection.State);

        await db.Missions.CountAsync();
        Assert.Equal(ConnectionState.Open, connection.State);
        await db.DisposeAsync();

        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Fact]
    public async Task Connection_OfAContextInThePool_StaysOpen_WithoutWhatWasLeftUndone()
    {
        if (TestDatabase.IsOnServer)
        {
            return;
        }

        var pool = Pool(new Watch());
        DbConnection connection;
        await using (var db = await pool.CreateDbContextAsync())
        {
            await db.Database.BeginTransactionAsync();
            await db.Buyers.Where(buyer => buyer.Id == World.Ids.BuyerSaigon).ExecuteUpdateAsync(set => set.SetProperty(buyer => buyer.City, "nowhere"));
            connection = db.Database.GetDbConnection();
        }

        Assert.Equal(ConnectionState.Open, connection.State);
        await using (var db = await pool.CreateDbContextAsync())
        {
            Assert.Same(connection, db.Database.GetDbConnection());
            Assert.Null(db.Database.CurrentTransaction);
            Assert.Equal("Ho Chi Minh City", (await db.Buyers.SingleAsync(buyer => buyer.Id == World.Ids.BuyerSaigon)).City);
        }

        // Nobody waits for a lock that an idle connection holds.
        await using var other = database.Open();
        other.Add(new Buyer { Name = "Sesudah", Country = "ID" });
        await other.SaveChangesAsync();
    }

    [Fact]
    public async Task Statement_ComesAgain_IsTheSameCommandWithOtherParameters()
    {
        if (TestDatabase.IsOnServer)
        {
            return;
        }

        var watch = new Watch();
        await using var db = await Pool(watch).CreateDbContextAsync();
        var names = new List<string>();
        foreach (var id in new[] { World.Ids.BuyerSaigon, World.Ids.BuyerHanoi, World.Ids.BuyerSaigon })
        {
            names.Add(await db.Buyers.Where(buyer => buyer.Id == id).Select(buyer => buyer.Name).SingleAsync());
        }

        Assert.Equal(["Saigon Beauty JSC", "Hanoi <Trade> & Co", "Saigon Beauty JSC"], names);
        Assert.Equal(3, watch.Executed.Count);
        Assert.Single(watch.Executed.Distinct());
    }

    [Fact]
    public async Task Statement_ThatIsBeingRead_IsNotDisturbedByItself()
    {
        await using var db = database.Open();
        var seen = new List<string>();
        await foreach (var outer in Names(db).AsAsyncEnumerable())
        {
            seen.Add(outer);
            Assert.Equal(5, await Names(db).CountAsync());
            await foreach (var inner in Names(db).AsAsyncEnumerable())
            {
                seen.Add(inner);
                break;
            }
        }

        Assert.Equal(10, seen.Count);
        Assert.Equal(await Names(db).ToListAsync(), seen.Where((_, place) => place % 2 == 0));

        static IQueryable<string> Names(TradeDbContext db) => db.Buyers.OrderBy(buyer => buyer.Id).Select(buyer => buyer.Name);
    }

    [Fact]
    public async Task Statement_ThatFailed_CanBeExecutedAgain()
    {
        await using var db = database.Open();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            db.Add(new Buyer { Name = "Tanpa Negara", IntroducedBySisterCityId = 999, Country = null });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.ChangeTracker.Clear();
            var good = new Buyer { Name = $"Baik {attempt}", IntroducedBySisterCityId = World.Ids.Bandung, Country = null };
            db.Add(good);
            await db.SaveChangesAsync();
            Assert.Equal($"Baik {attempt}", await db.Buyers.Where(buyer => buyer.Id == good.Id).Select(buyer => buyer.Name).SingleAsync());
        }
    }

    [Fact]
    public async Task Statements_ManyDifferent_AreLetGoOf()
    {
        await using var db = database.Open();
        for (var length = 1; length <= 150; length++)
        {
            var ids = Enumerable.Range(1, length).Select(id => (long)id).ToList();
            Assert.Equal(Math.Min(length, 5), await db.Buyers.CountAsync(buyer => EF.Constant(ids).Contains(buyer.Id)));
        }

        Assert.Equal(5, await db.Buyers.CountAsync(buyer => EF.Constant(new List<long> { 1, 2, 3, 4, 5 }).Contains(buyer.Id)));
    }

    [Fact]
    public async Task Statement_SeesATableThatChangedSince()
    {
        await using var db = database.Open();
        Assert.Equal(5, await db.Buyers.CountAsync());
        await using (var other = database.Open())
        {
            await other.Database.ExecuteSqlRawAsync("ALTER TABLE Buyers ADD Later int NULL");
            other.Add(new Buyer { Name = "Kemudian", Country = "ID" });
            await other.SaveChangesAsync();
        }

        Assert.Equal(6, await db.Buyers.CountAsync());
    }

    public async Task InitializeAsync() => database = await TestDatabase.CreateWithWorldAsync();

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    private PooledDbContextFactory<SqliteTradeDbContext> Pool(Watch watch)
    {
        var options = new DbContextOptionsBuilder<SqliteTradeDbContext>();
        DatabaseSetup.UseSqlite(options, database.Connection).AddInterceptors(watch);
        return new PooledDbContextFactory<SqliteTradeDbContext>(options.Options);
    }

    private sealed class Watch : DbCommandInterceptor
    {
        public List<DbCommand> Executed { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Executed.Add(command);
            return new ValueTask<InterceptionResult<DbDataReader>>(result);
        }
    }
}
