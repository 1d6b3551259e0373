using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

/// <summary>
/// A migrated database of one test or one test class: a copy of a SQLite file that is migrated once per run, or, when TRADEMISSION_TEST_SQLSERVER holds a
/// connection string, a database of its own on that server. <code>await using var database = await TestDatabase.CreateAsync();</code>
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Wednesday, 4 November 2026, 10:00 in Seoul.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 4, 1, 0, 0, TimeSpan.Zero);

    private static readonly string? Server = Environment.GetEnvironmentVariable("TRADEMISSION_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;
    private static readonly SqlServerSettings ServerSettings =
        new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("Database:SqlServer").Get<SqlServerSettings>() ?? new SqlServerSettings();

    private static readonly string Folder = Directory.CreateTempSubdirectory("trademission-tests-").FullName;
    private static readonly Lazy<Task<string>> Empty = new(() => MakeFileAsync("empty", null));
    private static readonly Lazy<Task<string>> Filled = new(() => MakeFileAsync("world", World.FillAsync));

    private readonly Lazy<DbContextOptions> options;

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, true);
    };

    private TestDatabase(string connection)
    {
        Connection = connection;
        options = new Lazy<DbContextOptions>(() => OptionsFor(Connection));
    }

    public static bool IsOnServer => Server is not null;

    /// <summary>Moves only when a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(Start);

    public string Connection { get; }

    /// <summary>What a host needs to run on this database.</summary>
    public IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>
    {
        ["Database:Provider"] = IsOnServer ? "SqlServer" : "Sqlite",
        [$"ConnectionStrings:{DatabaseSetup.ConnectionName}"] = Connection,
    };

    /// <summary>Migrated and empty.</summary>
    public static Task<TestDatabase> CreateAsync() => CreateAsync(Empty, null);

    /// <summary>Migrated and holding the <see cref="World"/>.</summary>
    public static Task<TestDatabase> CreateWithWorldAsync() => CreateAsync(Filled, World.FillAsync);

    /// <summary>Nothing in it yet, not even tables.</summary>
    public static async Task<TestDatabase> CreateUnmigratedAsync() =>
        new(IsOnServer ? await CreateOnServerAsync() : SqliteConnectionTo(NewFile()));

    /// <summary>A context on this database; every call gives another one.</summary>
    public TradeDbContext Open(Actor? actor = null) => Open(options.Value, actor ?? Actor.Portal, Clock);

    public async ValueTask DisposeAsync()
    {
        if (IsOnServer)
        {
            await using (var pooled = new SqlConnection(Connection))
            {
                SqlConnection.ClearPool(pooled);
            }

            await OnMasterAsync($"DROP DATABASE [{new SqlConnectionStringBuilder(Connection).InitialCatalog}]");
            return;
        }

        await using (var pooled = new SqliteConnection(Connection))
        {
            SqliteConnection.ClearPool(pooled);
        }

        var file = new SqliteConnectionStringBuilder(Connection).DataSource;
        foreach (var part in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(part);
        }
    }

    private static async Task<TestDatabase> CreateAsync(Lazy<Task<string>> template, Func<TradeDbContext, Task>? fill)
    {
        if (!IsOnServer)
        {
            var file = NewFile();
            File.Copy(await template.Value, file);
            return new TestDatabase(SqliteConnectionTo(file));
        }

        var database = new TestDatabase(await CreateOnServerAsync());
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        if (fill is not null)
        {
            await fill(db);
        }

        return database;
    }

    private static async Task<string> MakeFileAsync(string name, Func<TradeDbContext, Task>? fill)
    {
        var file = Path.Combine(Folder, $"{name}.template");
        var connection = new SqliteConnectionStringBuilder(SqliteConnectionTo(file)) { Pooling = false }.ToString();
        await using var db = Open(OptionsFor(connection), Actor.Portal, new FakeTimeProvider(Start));
        await db.Database.MigrateAsync();
        if (fill is not null)
        {
            await fill(db);
        }

        return file;
    }

    private static async Task<string> CreateOnServerAsync()
    {
        var name = $"TradeMissionTests_{Guid.NewGuid():N}";
        await OnMasterAsync($"CREATE DATABASE [{name}]");
        return new SqlConnectionStringBuilder(Server) { InitialCatalog = name }.ToString();
    }

    private static async Task OnMasterAsync(string sql)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(Server) { InitialCatalog = "master", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string NewFile() => Path.Combine(Folder, $"{Guid.NewGuid():N}.db");

    private static string SqliteConnectionTo(string file) => new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString();

    private static DbContextOptions OptionsFor(string connection)
    {
        if (IsOnServer)
        {
            var server = new DbContextOptionsBuilder<SqlServerTradeDbContext>();
            DatabaseSetup.UseSqlServer(server, connection, ServerSettings);
            return server.Options;
        }

        var sqlite = new DbContextOptionsBuilder<SqliteTradeDbContext>();
        DatabaseSetup.UseSqlite(sqlite, connection);
        return sqlite.Options;
    }

    private static TradeDbContext Open(DbContextOptions options, Actor actor, TimeProvider clock)
    {
        TradeDbContext db = options switch
        {
            DbContextOptions<SqlServerTradeDbContext> server => new SqlServerTradeDbContext(server),
            DbContextOptions<SqliteTradeDbContext> sqlite => new SqliteTradeDbContext(sqlite),
            _ => throw new ArgumentException("Neither of the two databases", nameof(options)),
        };
        db.Actor = actor;
        db.Clock = clock;
        return db;
    }
}
