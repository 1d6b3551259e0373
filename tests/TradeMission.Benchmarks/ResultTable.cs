namespace TradeMission.Benchmarks;

/// <summary>What was measured, as the Markdown table that docs/performance.md holds.</summary>
internal sealed class ResultTable
{
    private readonly List<(string What, string Goal, string Measured)> rows = [];

    /// <summary>Whether everything could be measured.</summary>
    public bool IsWhole { get; private set; } = true;

    public void Add(string what, string goal, string measured)
    {
        rows.Add((what, goal, measured));
        Console.WriteLine($"{what}: {measured}");
    }

    /// <summary>Measures, and tells what kept it from measuring without giving up the rest.</summary>
    public async Task TryAsync(string what, string goal, Func<Task<string>> measure)
    {
        try
        {
            Add(what, goal, await measure());
        }
        catch (Exception failed) when (failed is InvalidOperationException or HttpRequestException)
        {
            IsWhole = false;
            Add(what, goal, $"not measured: {failed.Message[..Math.Min(failed.Message.Length, 300)].ReplaceLineEndings(" ")}");
        }
    }

    public void Print(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("| what | to reach | measured |");
        output.WriteLine("|---|---|---|");
        foreach (var (what, goal, measured) in rows)
        {
            output.WriteLine($"| {what} | {goal} | {measured} |");
        }
    }
}
