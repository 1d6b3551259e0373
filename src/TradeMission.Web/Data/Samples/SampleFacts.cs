using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeMission.Web.Data.Samples;

/// <summary>Reads the data files that are built into the assembly.</summary>
internal static class SampleFacts
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>A file of ours: a member that nobody reads is a mistake.</summary>
    public static T Read<T>(string file)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidDataException(file);
    }

    /// <summary>A file as it was handed to us.</summary>
    public static T ReadAsGiven<T>(string file)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize<T>(stream, SnakeCase) ?? throw new InvalidDataException(file);
    }

    /// <summary>The rows of a comma-separated file below its heading; no field holds a comma.</summary>
    public static IReadOnlyList<string[]> ReadRows(string file)
    {
        using var reader = new StreamReader(Open(file));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(','))];
    }

    private static Stream Open(string file) =>
        typeof(SampleFacts).Assembly.GetManifestResourceStream($"Samples/{file}") ?? throw new InvalidDataException($"{file} is not built in.");
}
