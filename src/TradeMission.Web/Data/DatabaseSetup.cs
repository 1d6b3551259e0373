using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;

#pragma warning disable EF1001 // As in KeptSqliteConnection.

namespace TradeMission.Web.Data;

/// <summary>The one place that knows which server is behind <see cref="TradeDbContext"/>.</summary>
public static class DatabaseSetup
{
    public const string ConnectionName = "TradeMission";

    /// <summary>Contexts that wait for their next turn, each with an open connection and what that remembers; after a rush of more, the others are closed.</summary>
    private const int SqliteContexts = 32;

    public static IServiceCollection AddTradeDatabase(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var settings = configuration.GetSection("Database").Get<DatabaseSettings>() ?? new DatabaseSettings();
        var connection = configuration.GetConnectionString(ConnectionName);
        services.AddSingleton<OutboxSignal>();
        switch (settings.Provider)
        {
            case "Sqlite":
                var file = SqliteConnection(connection, contentRoot);
                services.AddPooledDbContextFactory<SqliteTradeDbContext>(options => UseSqlite(options, file), SqliteContexts);
                services.AddScoped(provider => HandOut<SqliteTradeDbContext>(provider));
                break;
            case "SqlServer":
                var server = SqlServerConnection(connection);
                services.AddPooledDbContextFactory<SqlServerTradeDbContext>(options => UseSqlServer(options, server, settings.SqlServer));
                services.AddScoped(provider => HandOut<SqlServerTradeDbContext>(provider));
                break;
            default:
                throw new SetupException($"Database:Provider is '{settings.Provider}'; it must be Sqlite or SqlServer.");
        }

        return services;
    }

    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string connection) => HideMerged(options)
        .UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(DatabaseSetup).Assembly).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .ReplaceService<ISqliteRelationalConnection, KeptSqliteConnection>().AddInterceptors(new SqliteConnectionSetup(), new PreparedCommands());

    public static DbContextOptionsBuilder UseSqlServer(DbContextOptionsBuilder options, string connection, SqlServerSettings settings) => HideMerged(options)
        .UseSqlServer(connection, server =>
        {
            server.MigrationsAssembly(typeof(DatabaseSetup).Assembly).UseCompatibilityLevel(settings.CompatibilityLevel).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
            if (settings.MaxBatchSize is { } size)
            {
                server.MaxBatchSize(size);
            }
        });

    /// <summary>Merged records are filtered out, and what hangs on them would be too: nothing does (<see cref="MergeRules"/>).</summary>
    private static DbContextOptionsBuilder HideMerged(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));

    private static TradeDbContext HandOut<TContext>(IServiceProvider provider)
        where TContext : TradeDbContext
    {
        var db = provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
        db.ActAs(provider.GetRequiredService<Func<Actor>>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<OutboxSignal>().Raise);
        return db;
    }

    private static string SqliteConnection(string? connection, string contentRoot)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(connection ?? "Data Source=App_Data/trademission.db");
        }
        catch (ArgumentException wrong)
        {
            throw new SetupException($"ConnectionStrings:{ConnectionName} is no SQLite connection string: {wrong.Message}");
        }

        builder.DataSource = Path.Combine(contentRoot, builder.DataSource);
        builder.ForeignKeys = true;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The folder of the database {builder.DataSource} cannot be made: {wrong.Message}");
        }

        return builder.ToString();
    }

    private static string SqlServerConnection(string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new SetupException($"Database:Provider is SqlServer, but ConnectionStrings:{ConnectionName} is empty.");
        }

        try
        {
            return new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(connection).ToString();
        }
        catch (ArgumentException wrong)
        {
            throw new SetupException($"ConnectionStrings:{ConnectionName} is no SQL Server connection string: {wrong.Message}");
        }
    }
}
