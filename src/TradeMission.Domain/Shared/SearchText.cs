using System.Globalization;
using System.Text;

namespace TradeMission.Domain.Shared;

/// <summary>How names are compared: compatibility-composed (NFD of macOS and full-width letters match), without case, single spaces.</summary>
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
        var small = Wellformed(text).Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormKC);
        foreach (var letter in small)
        {
            if (!char.IsWhiteSpace(letter))
            {
                folded.Append(letter);
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
    public static string Composed(string text) => Wellformed(text).Normalize(NormalizationForm.FormC);

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
