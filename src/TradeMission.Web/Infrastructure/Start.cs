using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Mail;

namespace TradeMission.Web.Infrastructure;

/// <summary>Serves pages, or carries out the command that stands on the command line.</summary>
public static class Start
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(this WebApplication app, string[] args)
    {
        if (Commands.Find(args) is { } command)
        {
            return await GuardAsync(app, () => command(app, args));
        }

        var ready = await GuardAsync(app, () => PrepareAsync(app));
        if (ready == 0)
        {
            await app.RunAsync();
        }

        return ready;
    }

    /// <summary>In Development the database is made and filled by itself; in production `migrate` does it, and a database that is behind ends the start.</summary>
    private static async Task<int> PrepareAsync(WebApplication app)
    {
        if (app.Environment.IsProduction() && string.IsNullOrWhiteSpace(app.Services.GetRequiredService<IOptions<PortalSettings>>().Value.PublicUrl))
        {
            throw new SetupException("Portal:PublicUrl is empty. Letters that no visitor causes would lead nowhere: set it to the address that people type.");
        }

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradeDbContext>();
        if (app.Environment.IsDevelopment())
        {
            await DatabaseStart.MigrateAsync(scope.ServiceProvider, app.Lifetime.ApplicationStopping);
            await DatabaseStart.LoadSamplesIntoEmptyAsync(scope.ServiceProvider, app.Lifetime.ApplicationStopping);
        }
        else if ((await db.Database.GetPendingMigrationsAsync()).ToList() is { Count: > 0 } pending)
        {
            throw new SetupException($"The database lacks {pending.Count} migrations. Run: dotnet run --project src/TradeMission.Web -- migrate");
        }

        return 0;
    }

    /// <summary>A database that cannot be reached is the operator's matter, and told in one line.</summary>
    private static async Task<int> GuardAsync(WebApplication app, Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception wrong) when (wrong is DbException or InvalidOperationException { InnerException: DbException })
        {
            var cause = wrong is DbException ? wrong : wrong.InnerException!;
            throw new SetupException($"The database cannot be used ({app.Configuration["Database:Provider"] ?? "Sqlite"}): {cause.Message.ReplaceLineEndings(" ")}");
        }
    }
}
