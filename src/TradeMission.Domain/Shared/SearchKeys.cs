using System.Text;

namespace TradeMission.Domain.Shared;

/// <summary>
/// What a name may be typed as beside its own letters, stored beside <see cref="SearchText"/>. Each kind of key has an alphabet of its own, so that one "contains" on
/// one column answers: Korean letters one by one (ㅅㅐㅂㅗㅁ), initials with a point before each (.ㅅ.ㅂ), the sound of Korean in capitals (SEPOM), the sound
/// of Latin names in small letters. Case therefore counts in this column, on both databases.
/// </summary>
public static class SearchKeys
{
    public const int Length = 2000;

    /// <summary>Of the names together, each by itself; spaces within a name do not count, since Korean is written with and without.</summary>
    public static string Of(IEnumerable<string?> names)
    {
        var keys = new StringBuilder();
        foreach (var key in names.SelectMany(OfName).Where(key => key.Length > 0).Distinct())
        {
            if (keys.Length + 1 + key.Length > Length)
            {
                break;
            }

            keys.Append(keys.Length == 0 ? "" : " ").Append(key);
        }

        return keys.ToString();
    }

    internal static string Initials(string text) => string.Concat(Hangul.Initials(text).Select(letter => $".{letter}"));

    private static IEnumerable<string> OfName(string? name)
    {
        var folded = SearchText.Fold(name);
        var written = string.Concat(folded.Where(char.IsLetterOrDigit));
        if (written.Any(Hangul.IsHangul))
        {
            yield return Hangul.Letters(written);
            yield return Initials(written);
            yield return Romanised.SoundOfHangul(written, assimilated: true).ToUpperInvariant();
            yield return Romanised.SoundOfHangul(written, assimilated: false).ToUpperInvariant();
        }

        yield return string.Concat(folded.Split(' ').Select(Romanised.SoundOfLatin));
    }
}
