using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure;

/// <summary>What the portal does from the command line instead of serving pages: dotnet run --project src/TradeMission.Web -- migrate.</summary>
public static class Commands
{
    private static readonly Dictionary<string, Func<WebApplication, string[], Task<int>>> All = new()
    {
        ["migrate"] = MigrateAsync,
    };

    /// <summary>The command that the arguments name, or null when pages are to be served.</summary>
    public static Func<WebApplication, string[], Task<int>>? Find(string[] args)
    {
        if (args is not [var name, ..] || name.StartsWith('-') || name.Contains('='))
        {
            return null;
        }

        return All.GetValueOrDefault(name) ?? throw new SetupException($"There is no command '{name}'. Commands: {string.Join(", ", All.Keys)}.");
    }

    private static async Task<int> MigrateAsync(WebApplication app, string[] args)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await DatabaseStart.MigrateAsync(scope.ServiceProvider, CancellationToken.None);
        Console.WriteLine("The database is up to date.");
        return 0;
    }
}
