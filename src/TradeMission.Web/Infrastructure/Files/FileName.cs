using System.Globalization;
using System.Text;

namespace TradeMission.Web.Infrastructure.Files;

/// <summary>What somebody called a file, made fit to be shown; no path is ever made of it.</summary>
public static class FileName
{
    /// <summary>No name begins or ends with them.</summary>
    private static readonly char[] Edges = [' ', '.', '\u00A0', '\u3000'];

    /// <summary>
    /// The last part of a path, in NFC (macOS sends NFD), without control characters and without the marks that turn the direction of writing,
    /// by which exe.pdf can be made to look like fdp.exe. At most <see cref="FileLimits.LongestName"/> characters: the end with the extension stays.
    /// </summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "")[((name ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar && !IsUnseen(rune)))
        {
            kept.Append(rune);
        }

        var clean = kept.ToString().Normalize(NormalizationForm.FormC).Trim(Edges);
        return clean.Length <= FileLimits.LongestName ? clean : Shorten(clean);
    }

    /// <summary>In small letters without the dot, or an empty text.</summary>
    public static string Extension(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    private static string Shorten(string name)
    {
        var extension = Path.GetExtension(name);
        if (extension.Length > 10)
        {
            extension = "";
        }

        var end = FileLimits.LongestName - extension.Length;
        if (char.IsHighSurrogate(name[end - 1]))
        {
            end--;
        }

        // Where the cut falls behind a blank, the name would end with it.
        return name[..end].TrimEnd(Edges) + extension;
    }

    /// <summary>Joiners within a word (of emoji, of Indic scripts) stay.</summary>
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };
}
