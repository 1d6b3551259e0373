using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace TradeMission.Web.Infrastructure;

/// <summary>
/// Every text on pages. A key's first segment names its file: "Missions.New" is New in Resources/Missions.resx (Korean) and Missions.en.resx.
/// A key without a text is a bug and throws.
/// </summary>
public static class Texts
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Files = new();

    /// <summary>By language and key, what was found once: a page asks for hundreds, and the files themselves are read by one thread at a time.</summary>
    private static readonly ConcurrentDictionary<CultureInfo, ConcurrentDictionary<string, string>> Known = new();

    /// <summary>The text in the reader's language, with {0}, {1}… filled in.</summary>
    public static string Get(string key, params object?[] args)
    {
        var text = Find(key) ?? throw new MissingManifestResourceException($"No text for '{key}'.");
        return args.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, args);
    }

    /// <summary>The text, or null where there is none.</summary>
    public static string? Find(string key) => In(CultureInfo.CurrentUICulture, key);

    private static string? In(CultureInfo language, string key)
    {
        var known = Known.GetOrAdd(language, _ => new ConcurrentDictionary<string, string>(StringComparer.Ordinal));
        if (known.TryGetValue(key, out var text))
        {
            return text;
        }

        text = Read(language, key);
        return text is null ? null : known.GetOrAdd(key, text);
    }

    private static string? Read(CultureInfo language, string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0)
        {
            return null;
        }

        var file = Files.GetOrAdd(key[..dot], name => new ResourceManager($"TradeMission.Web.Resources.{name}", typeof(Texts).Assembly));
        try
        {
            return file.GetString(key[(dot + 1)..], language);
        }
        catch (MissingManifestResourceException)
        {
            return null;
        }
    }

    /// <summary>The word for a status, kind, assessment…: one place for the whole portal, Words.resx.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Get(Words<TEnum>.KeyOf(value));

    /// <summary>The word for a status, kind, assessment… in each language of the portal: what a file may say, whoever reads it.</summary>
    internal static IEnumerable<string> InEachLanguage<TEnum>(TEnum value)
        where TEnum : struct, Enum => PageSetup.Languages.Select(language => In(language, Words<TEnum>.KeyOf(value))).OfType<string>();

    /// <summary>The word for an enum value whose type is only known at run time.</summary>
    public static string Of(Enum value) => Get($"Words.{value.GetType().Name}.{value}");

    private static class Words<TEnum>
        where TEnum : struct, Enum
    {
        private static readonly ConcurrentDictionary<TEnum, string> Keys = new();

        public static string KeyOf(TEnum value) => Keys.GetOrAdd(value, one => $"Words.{typeof(TEnum).Name}.{one}");
    }
}
