using Microsoft.AspNetCore.Identity;
using TradeMission.Web.Data;
using TradeMission.Web.Data.Samples;
using TradeMission.Web.Data.Samples.Generated;
using TradeMission.Web.Features.Admin;
using TradeMission.Web.Infrastructure.Schedule;

namespace TradeMission.Web.Infrastructure;

/// <summary>What the portal does from the command line instead of serving pages: dotnet run --project src/TradeMission.Web -- migrate.</summary>
public static class Commands
{
    private static readonly Dictionary<string, Func<WebApplication, string[], Task<int>>> All = new()
    {
        ["migrate"] = MigrateAsync,
        ["totals"] = CheckTotalsAsync,
        ["tasks"] = RunTasksAsync,
        ["search"] = ReindexAsync,
        ["sample"] = ResetSamplesAsync,
        ["generate"] = GenerateAsync,
        ["administrator"] = InviteAdministratorAsync,
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

    /// <summary>administrator invite somebody@city.example "Name": the first account of a new portal.</summary>
    private static async Task<int> InviteAdministratorAsync(WebApplication app, string[] args)
    {
        if (args is not ["administrator", "invite", var email, var name])
        {
            throw new SetupException("Usage: administrator invite <mail address> <name>");
        }

        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AdministratorInvitation>().InviteAsync(email, name, CancellationToken.None);
        Console.WriteLine($"{email} has been sent an invitation.");
        return 0;
    }

    /// <summary>totals check [--repair]: 0 when all is well or was repaired, 2 when totals differ.</summary>
    private static async Task<int> CheckTotalsAsync(WebApplication app, string[] args)
    {
        if (args is not ["totals", "check", ..])
        {
            throw new SetupException("Usage: totals check [--repair]");
        }

        await using var scope = app.Services.CreateAsyncScope();
        var check = scope.ServiceProvider.GetRequiredService<TotalsCheck>();
        var repair = args.Contains("--repair");
        var differences = repair ? await check.RepairAsync("totals check --repair") : await check.FindAsync();
        foreach (var difference in differences)
        {
            Console.WriteLine($"mission {difference.MissionId} {difference.Scope} {difference.ScopeId}: stored {difference.Stored?.ToString() ?? "nothing"}, records {difference.Recomputed}");
        }

        Console.WriteLine(differences.Count == 0 ? "Stored totals equal the records." : repair ? $"{differences.Count} totals repaired." : $"{differences.Count} totals differ from the records.");
        return differences.Count == 0 || repair ? 0 : 2;
    }

    /// <summary>tasks run: today's tasks that have not gone through yet, whatever the hour; 2 when one fails. The letters that they queue are sent by the running portal.</summary>
    private static async Task<int> RunTasksAsync(WebApplication app, string[] args)
    {
        if (args is not ["tasks", "run"])
        {
            throw new SetupException("Usage: tasks run");
        }

        var outcomes = await app.Services.GetRequiredService<DailySchedule>().RunNowAsync(CancellationToken.None);
        foreach (var outcome in outcomes)
        {
            Console.WriteLine($"{outcome.Task}: {(outcome.Error is { } error ? $"failed, {error}" : "done")}");
        }

        Console.WriteLine(outcomes.Count == 0 ? "No task is due." : $"{outcomes.Count} tasks run.");
        return outcomes.Any(outcome => outcome.Error is not null) ? 2 : 0;
    }

    /// <summary>search reindex: writes anew what every record is found by; migrate does so by itself when it has added something to be found by.</summary>
    private static async Task<int> ReindexAsync(WebApplication app, string[] args)
    {
        if (args is not ["search", "reindex"])
        {
            throw new SetupException("Usage: search reindex");
        }

        await using var scope = app.Services.CreateAsyncScope();
        var changed = await new SearchReindex(scope.ServiceProvider.GetRequiredService<TradeDbContext>()).AllAsync(CancellationToken.None);
        Console.WriteLine($"{changed} records are now found by something else.");
        return 0;
    }

    /// <summary>sample reset: everything goes and the sample data comes back; only in Development.</summary>
    private static async Task<int> ResetSamplesAsync(WebApplication app, string[] args)
    {
        var settings = app.Configuration.GetSection(SampleDataSettings.Section).Get<SampleDataSettings>();
        if (args is not ["sample", "reset"] || !app.Environment.IsDevelopment() || settings is not { Enabled: true })
        {
            throw new SetupException("Usage: sample reset (in Development, with SampleData:Enabled)");
        }

        await using var scope = app.Services.CreateAsyncScope();
        await DatabaseStart.MigrateAsync(scope.ServiceProvider, CancellationToken.None);
        await SampleData.ResetAsync(
            scope.ServiceProvider.GetRequiredService<TradeDbContext>(), scope.ServiceProvider.GetRequiredService<UserManager<TradeUser>>(), settings.Password, CancellationToken.None);
        Console.WriteLine("The sample data is as new.");
        return 0;
    }

    /// <summary>generate --consultations n [--missions n]: fills an empty database, to see how the portal bears it.</summary>
    private static async Task<int> GenerateAsync(WebApplication app, string[] args)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await GenerateCommand.RunAsync(scope.ServiceProvider, args[1..], Console.Out, CancellationToken.None);
    }
}
