using System.Globalization;

namespace TradeMission.Benchmarks;

/// <summary>What stands behind a command: --name value, or --name alone.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string?> values;

    private Arguments(Dictionary<string, string?> values) => this.values = values;

    public static Arguments Of(string[] args)
    {
        var values = new Dictionary<string, string?>();
        for (var index = 0; index < args.Length; index++)
        {
            if (args[index].StartsWith("--", StringComparison.Ordinal))
            {
                values[args[index][2..]] = index + 1 < args.Length && !args[index + 1].StartsWith("--", StringComparison.Ordinal) ? args[index + 1] : null;
            }
        }

        return new Arguments(values);
    }

    public bool Has(string name) => values.ContainsKey(name);

    public string Text(string name, string otherwise) => values.GetValueOrDefault(name) ?? otherwise;

    /// <summary>Its full path; null where it is not named.</summary>
    public string? Folder(string name) => values.GetValueOrDefault(name) is { } path ? Path.GetFullPath(path) : null;

    public int Number(string name, int otherwise) => values.GetValueOrDefault(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
