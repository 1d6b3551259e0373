using System.Text;

namespace TradeMission.Domain.Shared;

/// <summary>
/// Korean letters as they are typed. Of a folded text (<see cref="SearchText.Fold"/>) syllables are composed and single letters are conjoining ones (U+1100…); what comes
/// out are the letters of the keyboard, so that a syllable that is still being typed is the beginning of the whole one: 새보 of 새봄, 갃 of 각시.
/// </summary>
public static class Hangul
{
    private const int Vowels = 21;
    private const int Finals = 28;

    // Doubled letters count as single ones: ㅃ is ㅂ with a shift that people leave out when they type initials.
    private const string InitialLetters = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ";

    private static readonly string[] VowelLetters =
        ["ㅏ", "ㅐ", "ㅑ", "ㅐ", "ㅓ", "ㅔ", "ㅕ", "ㅔ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ"];

    private static readonly string[] FinalLetters =
    [
        "", "ㄱ", "ㄱ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅅ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
    ];

    private const string KeyLetters = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㅏㅐㅑㅓㅔㅕㅗㅛㅜㅠㅡㅣ";
    private const string Keys = "rsefaqtdwczxvgkoijpuhynbml";

    public static bool IsSyllable(char letter) => letter is >= '가' and <= '힣';

    /// <summary>A consonant by itself, such as the ㅂ of 새ㅂ.</summary>
    public static bool IsConsonant(char letter) => letter is (>= '\u1100' and <= '\u1112') or (>= '\u11a8' and <= '\u11c2');

    /// <summary>A vowel by itself: no syllable begins with one, so this is text that was not meant to be Korean.</summary>
    public static bool IsVowel(char letter) => letter is >= '\u1161' and <= '\u1175';

    public static bool IsHangul(char letter) => IsSyllable(letter) || IsConsonant(letter) || IsVowel(letter);

    /// <summary>Initial, vowel and final of a syllable by their places in the alphabet; final 0 is none.</summary>
    public static (int Initial, int Vowel, int Final) Parts(char syllable) =>
        ((syllable - '가') / (Vowels * Finals), (syllable - '가') / Finals % Vowels, (syllable - '가') % Finals);

    /// <summary>Letter by letter; what is not Hangul stays.</summary>
    public static string Letters(IEnumerable<char> text)
    {
        var letters = new StringBuilder();
        foreach (var letter in text)
        {
            if (IsSyllable(letter))
            {
                var (initial, vowel, final) = Parts(letter);
                letters.Append(InitialLetters[initial]).Append(VowelLetters[vowel]).Append(FinalLetters[final]);
            }
            else if (IsVowel(letter))
            {
                letters.Append(VowelLetters[letter - '\u1161']);
            }
            else
            {
                letters.Append(ConsonantLetters(letter) ?? letter.ToString());
            }
        }

        return letters.ToString();
    }

    /// <summary>초성: the initial of each syllable and each consonant by itself, the rest as it is.</summary>
    public static string Initials(IEnumerable<char> text) =>
        string.Concat(text.Select(letter => IsSyllable(letter) ? InitialLetters[Parts(letter).Initial].ToString() : ConsonantLetters(letter) ?? letter.ToString()));

    /// <summary>What the keys would have written with the keyboard set to English: ㅎㄱ몸 for graha.</summary>
    public static string TypedInEnglish(string text) => string.Concat(Letters(text).Select(letter => KeyLetters.IndexOf(letter) is >= 0 and var key ? Keys[key] : letter));

    /// <summary>What the keys would have written with the keyboard set to Korean, letter by letter: toqha for 새봄; null where no Korean comes out.</summary>
    public static string? TypedInKorean(string latin)
    {
        var letters = string.Concat(latin.Select(key => Keys.IndexOf(key) is >= 0 and var letter ? KeyLetters[letter] : ' '));
        return IsKorean(letters) ? letters : null;
    }

    /// <summary>Syllables all through: an initial, a vowel that there is, at most two finals.</summary>
    private static bool IsKorean(string letters)
    {
        var at = 0;
        while (at < letters.Length)
        {
            var vowel = at + 1;
            if (IsKeyVowel(letters[at]) || letters[at] == ' ' || vowel >= letters.Length || !IsKeyVowel(letters[vowel]))
            {
                return false;
            }

            at = vowel + 1;
            at += at < letters.Length && IsKeyVowel(letters[at]) && VowelLetters.Contains(letters[vowel..(at + 1)]) ? 1 : 0;
            for (var finals = 0; finals < 2 && at < letters.Length && letters[at] != ' ' && !IsKeyVowel(letters[at]) && (at + 1 == letters.Length || !IsKeyVowel(letters[at + 1])); finals++)
            {
                at++;
            }
        }

        return letters.Length > 0;
    }

    private static bool IsKeyVowel(char letter) => letter is >= 'ㅏ' and <= 'ㅣ';

    private static string? ConsonantLetters(char letter) => letter switch
    {
        >= '\u1100' and <= '\u1112' => InitialLetters[letter - '\u1100'].ToString(),
        >= '\u11a8' and <= '\u11c2' => FinalLetters[letter - '\u11a7'],
        _ => null,
    };
}
