using System.Text;

namespace TradeMission.Domain.Shared;

/// <summary>
/// How a name sounds in Latin letters, so coarsely that the usual ways of romanising Korean agree: g/k, d/t, b/p, j/ch/z, r/l, f/p, eo/u/oo/woo, ae/ai/e, shi/si, single and double
/// letters. What comes out is for comparing, not for reading.
/// </summary>
public static class Romanised
{
    private const int SilentInitial = 11;
    private const int RieulInitial = 5;
    private const int NieunInitial = 2;
    private const int MieumInitial = 6;
    private const int EuVowel = 18;

    private static readonly string[] Initials = ["k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "c", "c", "c", "k", "t", "p", "h"];

    private static readonly string[] Vowels =
        ["a", "e", "ya", "ye", "u", "e", "yu", "ye", "o", "wa", "we", "we", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i"];

    private static readonly string[] Finals =
        ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "nk", "t", "t", "k", "t", "p", ""];

    /// <summary>Before a vowel these finals keep their own sound.</summary>
    private static readonly Dictionary<int, string> Carried = new() { [3] = "ks", [5] = "nc", [9] = "lk", [10] = "lm", [11] = "lp", [12] = "ls", [13] = "lt", [14] = "lp", [18] = "ps", [19] = "s", [20] = "s", [22] = "c", [23] = "c" };

    // Longest first; each group sounds alike.
    private static readonly (string Written, string Sound)[] Letters =
    [
        .. From("yu", "yeo", "yoo", "you", "yu"), .. From("ye", "yae", "ye"), .. From("u", "woo", "wu", "oo", "ou", "eo"), .. From("ui", "eui"),
        .. From("we", "wae", "weh", "we", "oe"), .. From("e", "ae", "ai"), .. From("i", "ee"), .. From("c", "tch", "ch", "zh"), .. From("t", "th"), .. From("p", "ph"), .. From("s", "sh"),
        .. From("k", "ck", "g", "k", "q"), .. From("t", "d", "t"), .. From("p", "b", "p", "f", "v"), .. From("l", "r", "l"), .. From("c", "j", "z"), ("x", "ks"),
    ];

    /// <summary>Of folded Hangul; what is not a syllable keeps apart.</summary>
    /// <param name="hangul">Syllables.</param>
    /// <param name="assimilated">As it is spoken, 종로 jongno, or else syllable by syllable, jongro.</param>
    public static string SoundOfHangul(string hangul, bool assimilated)
    {
        var sound = new StringBuilder();
        var before = 0;
        for (var at = 0; at < hangul.Length; at++)
        {
            if (!Hangul.IsSyllable(hangul[at]))
            {
                continue;
            }

            var (initial, vowel, final) = Hangul.Parts(hangul[at]);
            var next = at + 1 < hangul.Length && Hangul.IsSyllable(hangul[at + 1]) ? Hangul.Parts(hangul[at + 1]).Initial : (int?)null;
            sound.Append(assimilated && initial == RieulInitial && before > 0 ? InitialAfter(before) : Initials[initial]);

            // 그린 is green, 스 an s: a name of another language gets this vowel only because Korean needs one.
            sound.Append(vowel == EuVowel && final == 0 && initial != SilentInitial ? "" : Vowels[vowel]);
            sound.Append(FinalBefore(final, next, assimilated));
            before = final;
        }

        return Single(sound);
    }

    /// <summary>Of folded Latin letters; others are left out.</summary>
    public static string SoundOfLatin(string latin)
    {
        var sound = new StringBuilder();
        for (var at = 0; at < latin.Length;)
        {
            var (length, heard) = Heard(latin, at);
            sound.Append(heard);
            at += length;
        }

        return Single(sound);
    }

    private static (int Length, string Sound) Heard(string latin, int at)
    {
        var rest = latin.AsSpan(at);
        if (rest.StartsWith("eu") && !rest.StartsWith("eui"))
        {
            return (2, at > 0 && IsOpen(rest[2..]) ? "" : "u");
        }

        foreach (var (written, sound) in Letters)
        {
            if (rest.StartsWith(written))
            {
                return (written.Length, sound);
            }
        }

        var letter = latin[at];
        return letter switch
        {
            'c' => (1, rest.Length > 1 && rest[1] is 'e' or 'i' or 'y' ? "s" : "k"),
            'y' when rest.Length == 1 || !IsVowel(rest[1]) => (1, "i"),

            // Noh, Suh, bohm: it only says that the vowel is open.
            'h' when at > 0 && IsVowel(latin[at - 1]) && (rest.Length == 1 || !IsVowel(rest[1])) => (1, ""),
            >= 'a' and <= 'z' => (1, letter.ToString()),
            _ => (1, ""),
        };
    }

    /// <summary>Whether the syllable ends here: nothing follows, or one consonant with its vowel.</summary>
    private static bool IsOpen(ReadOnlySpan<char> rest) => rest.Length == 0 || (!IsVowel(rest[0]) && rest.Length > 1 && (IsVowel(rest[1]) || (rest.StartsWith("ch") && rest.Length > 2 && IsVowel(rest[2]))));

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w';

    private static string FinalBefore(int final, int? next, bool assimilated)
    {
        if (next == SilentInitial && Carried.TryGetValue(final, out var carried))
        {
            return carried;
        }

        var plain = Finals[final];
        return (assimilated, next) switch
        {
            (true, NieunInitial or MieumInitial or RieulInitial) => plain switch
            {
                "k" => "nk",
                "t" => "n",
                "p" => "m",
                "n" when next == RieulInitial => "l",
                _ => plain,
            },
            _ => plain,
        };
    }

    /// <summary>ㄹ after a final: Silla keeps it, Jongno does not.</summary>
    private static string InitialAfter(int final) => Finals[final] is "n" or "l" or "" ? "l" : "n";

    private static string Single(StringBuilder sound)
    {
        var single = new StringBuilder(sound.Length);
        for (var at = 0; at < sound.Length; at++)
        {
            if (at == 0 || sound[at] != sound[at - 1])
            {
                single.Append(sound[at]);
            }
        }

        return single.ToString();
    }

    private static IEnumerable<(string Written, string Sound)> From(string sound, params string[] written) => written.Select(letters => (letters, sound));
}
