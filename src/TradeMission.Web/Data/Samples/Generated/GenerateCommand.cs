using System.Diagnostics;
using System.Globalization;

namespace TradeMission.Web.Data.Samples.Generated;

/// <summary>generate --consultations 100000 [--missions 50]: fills an empty database and then checks its totals.</summary>
public static class GenerateCommand
{
    /// <param name="services">Of a scope.</param>
    /// <param name="args">What stands behind the command's name.</param>
    /// <returns>The exit code: 0 when stored totals are what the records add up to.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> args, TextWriter output, CancellationToken cancellation)
    {
        var consultations = Number(args, "--consultations") ?? throw new SetupException("Say how many: generate --consultations 100000 [--missions 50]");
        var missions = Number(args, "--missions") ?? Math.Max(1, consultations / Generator.PerMission);
        var db = services.GetRequiredService<TradeDbContext>();
        await DatabaseStart.MigrateAsync(services, cancellation);

        var clock = Stopwatch.StartNew();
        var told = 0;
        await Generator.FillAsync(db, consultations, missions, Tell, cancellation);
        await output.WriteLineAsync(Text($"{consultations:#,0} consultations in {missions:#,0} missions, written in {clock.Elapsed.TotalSeconds:0.0} s."));

        var differences = await new TotalsCheck(db).FindAsync(cancellationToken: cancellation);
        await output.WriteLineAsync(differences.Count == 0 ? "Stored totals equal the sum of the records." : $"{differences.Count} stored totals differ from the records.");
        return differences.Count == 0 ? 0 : 1;

        void Tell(int saved)
        {
            var tenth = (int)(10L * saved / consultations);
            if (tenth > told)
            {
                told = tenth;
                output.WriteLine(Text($"{saved:#,0} of {consultations:#,0} ({saved / clock.Elapsed.TotalSeconds:#,0} a second)"));
            }
        }
    }

    private static int? Number(IReadOnlyList<string> args, string name)
    {
        for (var index = 0; index < args.Count; index++)
        {
            if (args[index] == name)
            {
                return index + 1 < args.Count && int.TryParse(args[index + 1], CultureInfo.InvariantCulture, out var number) && number > 0
                    ? number
                    : throw new SetupException($"{name} needs a number above 0.");
            }
        }

        return null;
    }

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
