namespace TradeMission.Domain.Shared;

/// <summary>One word that somebody typed, and the ways in which a record may hold it.</summary>
/// <param name="Texts">Found when the record's search text contains one of these.</param>
/// <param name="Keys">Found, too, when its search keys contain all of one of these.</param>
public sealed record SearchWord(IReadOnlyList<string> Texts, IReadOnlyList<IReadOnlyList<string>> Keys)
{
    /// <summary>More words than this narrow nothing any more, and each costs the database.</summary>
    public const int Most = 8;

    /// <summary>Longer than any name; a server refuses patterns without end.</summary>
    private const int LongestTyped = 200;

    // Fewer letters sound like half of all names.
    private const int FewestLatinLetters = 3;
    private const int FewestKeystrokes = 4;
    private const int ShortestSound = 4;

    /// <summary>What was typed, word by word; a record must hold each.</summary>
    public static IReadOnlyList<SearchWord> Of(string? typed) =>
        [.. SearchText.Of([typed], LongestTyped).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(Most).Select(OfFolded)];

    /// <summary>Where in a name the words stand, in order and apart, for marking; nowhere for those that stand in another of the record's names.</summary>
    public static IReadOnlyList<(int Start, int Length)> PlacesIn(string name, IEnumerable<SearchWord> words)
    {
        var marked = new bool[name.Length];
        foreach (var (start, length) in words.Select(word => word.PlaceIn(name)).OfType<(int Start, int Length)>())
        {
            marked.AsSpan(start, length).Fill(true);
        }

        var places = new List<(int Start, int Length)>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (!marked[at])
            {
                continue;
            }

            var start = at;
            while (at < marked.Length && marked[at])
            {
                at++;
            }

            places.Add((start, at - start));
        }

        return places;
    }

    /// <summary>Whether a name by itself would be found.</summary>
    public bool IsIn(string name)
    {
        var text = SearchText.Fold(name);
        if (Texts.Any(piece => text.Contains(piece, StringComparison.Ordinal)))
        {
            return true;
        }

        var keys = Keys.Count == 0 ? "" : SearchKeys.Of([name]);
        return Keys.Any(pieces => pieces.All(piece => keys.Contains(piece, StringComparison.Ordinal)));
    }

    /// <summary>The first part of the name that is found by itself and of which nothing can be left out.</summary>
    private (int Start, int Length)? PlaceIn(string name)
    {
        if (!IsIn(name))
        {
            return null;
        }

        var end = Enumerable.Range(1, name.Length).First(length => IsIn(name[..length]));
        var start = Enumerable.Range(0, end).Last(from => IsIn(name[from..end]));

        // Never half a letter.
        start -= start > 0 && char.IsLowSurrogate(name[start]) ? 1 : 0;
        end += end < name.Length && char.IsLowSurrogate(name[end]) ? 1 : 0;
        return (start, end - start);
    }

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
