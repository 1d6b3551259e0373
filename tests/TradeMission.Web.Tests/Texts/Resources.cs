using System.Xml.Linq;
using TradeMission.Web.Tests.Repository;

namespace TradeMission.Web.Tests.Texts;

/// <summary>The texts as they stand in the resource files, by full key: "Missions.New".</summary>
internal static class Resources
{
    private const string Folder = "src/TradeMission.Web/Resources/";

    /// <summary>Resource files' names: Missions, Words….</summary>
    public static IReadOnlyList<string> Rooms { get; } =
        [.. WorkingCopy.Files.Where(file => IsOurs(file) && !IsEnglish(file)).Select(file => Path.GetFileNameWithoutExtension(file))];

    public static IReadOnlyDictionary<string, string> Korean { get; } = Read(file => !IsEnglish(file));

    public static IReadOnlyDictionary<string, string> English { get; } = Read(IsEnglish);

    public static IReadOnlySet<string> Keys { get; } = Korean.Keys.ToHashSet();

    /// <summary>Keys that stand twice in one file: the build takes one of them and says nothing.</summary>
    public static IReadOnlyList<string> Twice { get; } =
        [.. WorkingCopy.Files.Where(IsOurs).SelectMany(file => Entries(file).GroupBy(entry => entry.Key).Where(same => same.Count() > 1).Select(same => $"{file}: {same.Key}"))];

    private static bool IsOurs(string file) => file.StartsWith(Folder, StringComparison.Ordinal) && file.EndsWith(".resx", StringComparison.Ordinal);

    private static bool IsEnglish(string file) => file.EndsWith(".en.resx", StringComparison.Ordinal);

    private static Dictionary<string, string> Read(Func<string, bool> wanted)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (key, value) in WorkingCopy.Files.Where(file => IsOurs(file) && wanted(file)).SelectMany(Entries))
        {
            texts[key] = value;
        }

        return texts;
    }

    private static IEnumerable<(string Key, string Value)> Entries(string file) => XDocument.Parse(WorkingCopy.Read(file)).Root!.Elements("data")
        .Select(data => ($"{Path.GetFileName(file).Split('.')[0]}.{data.Attribute("name")!.Value}", data.Element("value")!.Value));
}
