namespace TradeMission.Domain.Shared;

/// <summary>One word that somebody typed, and the ways in which a record may hold it.</summary>
/// <param name="Texts">Found when the record's search text contains one of these.</param>
/// <param name="Keys">Found, too, when its search keys contain all of one of these.</param>
public sealed record SearchWord(IReadOnlyList<string> Texts, IReadOnlyList<IReadOnlyList<string>> Keys)
{
    /// <summary>More words than this narrow nothing any more, and each costs the database.</summary>
    public const int Most = 8;

    // Fewer letters sound like half of all names.
    private const int FewestLatinLetters = 3;
    private const int FewestKeystrokes = 4;
    private const int ShortestSound = 4;

    /// <summary>What was typed, word by word; a record must hold each.</summary>
    public static IReadOnlyList<SearchWord> Of(string? typed) =>
        [.. SearchText.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(Most).Select(OfFolded)];

    private static SearchWord OfFolded(string word)
    {
        var letters = string.Concat(word.Where(char.IsLetterOrDigit));
        if (!letters.Any(Hangul.IsHangul))
        {
            return new SearchWord([word], [.. OfLatin(letters)]);
        }

        // Letters that make no syllable may be English: ㅎㄱ몸 is graha.
        IReadOnlyList<string> texts = letters.All(Hangul.IsSyllable) || letters.Length < FewestLatinLetters ? [word] : [word, Hangul.TypedInEnglish(letters)];
        return new SearchWord(texts, letters.Any(Hangul.IsVowel) ? [] : [.. OfKorean(letters)]);
    }

    private static IEnumerable<IReadOnlyList<string>> OfKorean(string letters)
    {
        if (!letters.Any(Hangul.IsConsonant))
        {
            yield return [Hangul.Letters(letters)];
            if (letters.Length > 1 && letters.All(Hangul.IsSyllable) && Romanised.SoundOfHangul(letters, assimilated: true) is { Length: >= ShortestSound } sound)
            {
                yield return [sound];
            }
        }
        else
        {
            // 새ㅂ: its syllables as far as they are written, and all initials in a row.
            yield return [.. Syllables(letters).Select(Hangul.Letters).Append(SearchKeys.Initials(letters))];
        }
    }

    private static IEnumerable<IReadOnlyList<string>> OfLatin(string letters)
    {
        if (!letters.All(char.IsAsciiLetterLower))
        {
            yield break;
        }

        if (letters.Length >= FewestLatinLetters && Romanised.SoundOfLatin(letters) is { Length: > 1 } sound)
        {
            yield return [sound.ToUpperInvariant()];
        }

        if (letters.Length >= FewestKeystrokes && Hangul.TypedInKorean(letters) is { } korean)
        {
            yield return [korean];
        }
    }

    private static IEnumerable<string> Syllables(string letters) =>
        string.Concat(letters.Select(letter => Hangul.IsConsonant(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
