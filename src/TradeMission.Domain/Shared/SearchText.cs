using System.Globalization;
using System.Text;

namespace TradeMission.Domain.Shared;

/// <summary>
/// How names are compared: compatibility-composed (NFD of macOS and full-width letters match), without case, Latin letters without their marks, hiragana for
/// katakana, single spaces.
/// </summary>
public static class SearchText
{
    /// <summary>The folded form of the names together, at most <paramref name="length"/> characters.</summary>
    public static string Of(IEnumerable<string?> names, int length = 1000)
    {
        var text = string.Join(' ', names.Select(Fold).Where(name => name.Length > 0));
        if (text.Length <= length)
        {
            return text;
        }

        // Half a letter is no letter: databases refuse it.
        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
    }

    /// <summary>The folded form of what somebody typed.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);

        // Once more after the case is gone: some letters have a composed form in small letters only.
        var small = IsPlain(text) ? text : Unmarked(Wellformed(text).Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormKC));
        foreach (var letter in small)
        {
            if (!char.IsWhiteSpace(letter))
            {
                folded.Append(char.IsAsciiLetterUpper(letter) ? (char)(letter | ' ') : letter);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Text as it is stored: Unicode NFC, without surrounding space; null when nothing is left.</summary>
    public static string? Stored(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Composed(text).Trim();

    /// <summary>Unicode NFC; the same string where it is that already.</summary>
    public static string Composed(string text) => IsPlain(text) ? text : Wellformed(text).Normalize(NormalizationForm.FormC);

    /// <summary>ASCII, Hangul syllables and the common Chinese characters are the same in every composed form, and most text has nothing else.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (letter is not (< '\u0080' or (>= '\u4e00' and <= '\u9fff')) && !Hangul.IsSyllable(letter))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Marks go (Trường is typed truong), and so do letters of their own that people type as the plain ones. The voicing marks of kana are no marks: が is not か.
    /// </summary>
    private static string Unmarked(string small)
    {
        if (!small.Any(MayChange))
        {
            return small;
        }

        var plain = new StringBuilder(small.Length);
        foreach (var letter in small.Normalize(NormalizationForm.FormKD))
        {
            _ = letter switch
            {
                >= '\u0300' and <= '\u036f' => plain,
                >= 'ァ' and <= 'ヶ' => plain.Append((char)(letter - 'ァ' + 'ぁ')),
                'đ' or 'ð' => plain.Append('d'),
                'ħ' => plain.Append('h'),
                'ı' => plain.Append('i'),
                'ł' => plain.Append('l'),
                'ø' => plain.Append('o'),
                'ŧ' => plain.Append('t'),
                'æ' => plain.Append("ae"),
                'œ' => plain.Append("oe"),
                'ß' => plain.Append("ss"),
                'þ' => plain.Append("th"),
                _ => plain.Append(char.ToLowerInvariant(letter)),
            };
        }

        return plain.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Latin, Greek and Cyrillic letters with marks, and katakana; not ASCII, Hangul or Chinese characters, which most names are written in.</summary>
    private static bool MayChange(char letter) => letter is (>= '\u00c0' and < '\u0530') or (>= '\u1e00' and < '\u2000') or (>= 'ァ' and <= 'ヶ');

    /// <summary>Half a surrogate pair, which no Unicode form has, becomes U+FFFD.</summary>
    private static string Wellformed(string text)
    {
        if (!text.Any(char.IsSurrogate))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune);
        }

        return clean.ToString();
    }
}
