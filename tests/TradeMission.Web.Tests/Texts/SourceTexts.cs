using System.Text.RegularExpressions;
using TradeMission.Web.Tests.Repository;

namespace TradeMission.Web.Tests.Texts;

/// <summary>Where the portal's code and views name texts.</summary>
internal static partial class SourceTexts
{
    /// <summary>Those build keys from types and fields, for which there are tests of their own.</summary>
    private static readonly string[] BuildKeys = ["Infrastructure/Texts.cs", "Infrastructure/FormTexts.cs", "Features/Shared/History.cs"];

    /// <summary>Code and views, without comments and without the name of Korean in Korean; no migrations, no sample data.</summary>
    public static IReadOnlyList<(string File, string Text)> Sources { get; } =
    [
        .. WorkingCopy.Files
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && Path.GetExtension(file) is ".cs" or ".cshtml" or ".js")
            .Where(file => !file.Contains("/Data/Migrations/", StringComparison.Ordinal) && !file.Contains("/Data/Samples/", StringComparison.Ordinal))
            .Select(file => (file, Comment().Replace(WorkingCopy.Read(file), match => match.Groups["text"].Value).Replace("한국어", "", StringComparison.Ordinal))),
    ];

    /// <summary>Every literal that reads like a key, wherever it stands: T("…"), Done(…, "…"), Texts.Get(yes ? "…" : "…").</summary>
    public static IReadOnlyList<(string File, string Key)> Named { get; } =
        [.. Sources.SelectMany(source => Literal().Matches(source.Text).Select(match => (source.File, match.Groups[1].Value))).Where(named => IsKey(named.Value)).Distinct()];

    /// <summary>Keys with a gap, $"Shared.Error{code}Title", as expressions.</summary>
    public static IReadOnlyList<(string File, Regex Keys)> Composed { get; } =
    [
        .. Sources.Where(source => !BuildKeys.Any(file => source.File.EndsWith(file, StringComparison.Ordinal)))
            .SelectMany(source => Interpolated().Matches(source.Text).Select(match => (source.File, match.Groups[1].Value)))
            .Where(composed => composed.Value.Contains('{', StringComparison.Ordinal) && IsKey(composed.Value))
            .Select(composed => (composed.File, new Regex("^" + string.Join("[A-Za-z0-9]+", Gap().Split(composed.Value).Select(Regex.Escape)) + "$"))),
    ];

    private static bool IsKey(string literal) => Resources.Rooms.Contains(literal.Split('.')[0]);

    /// <summary>Comments of C#, Razor and JavaScript; strings are matched first, since they may hold what looks like one.</summary>
    [GeneratedRegex("""(?<text>"(?:\\.|[^"\\\r\n])*")|@\*.*?\*@|/\*.*?\*/|(?<=^|[\s;{}(),])//[^\r\n]*""", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""
        (?<!\$)"([A-Z][A-Za-z]*\.[A-Z][A-Za-z0-9.]*)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex("""
        \$"([A-Z][A-Za-z]*\.(?:[A-Za-z0-9.]|\{[^}"]*\})*)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Gap();
}
