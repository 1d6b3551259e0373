using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TradeMission.Domain;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>What an import would do, line by line.</summary>
public sealed record RatePlan(RateFile File, IReadOnlyList<PlannedRate> Lines)
{
    public int Writes => Count(RateOutcome.New) + Count(RateOutcome.Replaces);

    /// <summary>The same for two plans that do the same to the same.</summary>
    public string Fingerprint { get; } = FingerprintOf(Lines);

    /// <param name="meanings">One for each line of the file.</param>
    /// <param name="stored">At least those of the table that the file names.</param>
    public static RatePlan Of(RateFile file, IReadOnlyList<RateMeaning> meanings, IEnumerable<ExchangeRate> stored)
    {
        var known = stored.ToDictionary(rate => (rate.Currency, rate.Against, rate.On));
        var twice = Twice(file, meanings);
        return new(file, [.. file.Lines.Zip(meanings, (line, meaning) => new PlannedRate(
            line,
            meaning.Rate,
            meaning.Refused ?? (twice.TryGetValue(line.Number, out var other) ? new RefusedCell(null, RateRefusal.Duplicate, other) : null),
            meaning.Rate is { } rate ? known.GetValueOrDefault(rate.Key) : null))]);
    }

    public int Count(RateOutcome outcome) => Lines.Count(line => line.Outcome == outcome);

    /// <summary>
    /// Lines about the same day, each with the other. Where they say the same the first one stands; where they do not, nobody but the writer knows which is right.
    /// </summary>
    private static Dictionary<int, int> Twice(RateFile file, IReadOnlyList<RateMeaning> meanings)
    {
        var twice = new Dictionary<int, int>();
        foreach (var same in file.Lines.Zip(meanings).Where(line => line.Second.Rate is not null).GroupBy(line => line.Second.Rate!.Key).Where(group => group.Skip(1).Any()))
        {
            var lines = same.ToList();
            if (lines.Any(line => line.Second.Rate != lines[0].Second.Rate))
            {
                twice.Add(lines[0].First.Number, lines[1].First.Number);
            }

            foreach (var (later, _) in lines.Skip(1))
            {
                twice.Add(later.Number, lines[0].First.Number);
            }
        }

        return twice;
    }

    private static string FingerprintOf(IReadOnlyList<PlannedRate> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Line.Number} {line.Outcome} {line.Refused} {line.Rate?.Key} {line.Rate?.Quoted:0.##########} {line.Rate?.Per} {line.Rate?.Source}")
                .Append(CultureInfo.InvariantCulture, $" {line.Stored?.Quoted:0.##########} {line.Stored?.Per} {line.Stored?.Source}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
