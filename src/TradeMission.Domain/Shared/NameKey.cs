using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TradeMission.Domain.Shared;

/// <summary>
/// What is left of a firm's name when everything is gone that two people write differently: legal form, punctuation, spaces, case, width, marks, Unicode form. Two firms
/// with the same key may be one; nobody but a person decides that they are.
/// </summary>
public static partial class NameKey
{
    public const int Length = 200;

    /// <summary>Written without a space before or behind the name; longer ones first.</summary>
    private static readonly string[] Attached =
    [
        "유한책임회사", "농업회사법인", "영농조합법인", "주식회사", "유한회사", "합자회사", "합명회사", "사단법인", "재단법인",
        "株式会社", "有限会社", "合同会社", "股份有限公司", "有限責任公司", "有限责任公司", "有限公司",
    ];

    /// <summary>Words of their own, before or behind the name.</summary>
    private static readonly string[][] Forms = [.. """
        joint stock company|public company limited|private limited|pt persero|cong ty trach nhiem huu han|cong ty co phan|cong ty tnhh mtv|cong ty tnhh|cong ty cp|cong ty|cty tnhh|cty cp
        company limited|co ltd|coltd|pte ltd|pty ltd|pvt ltd|sdn bhd|s a|k k|p t|c v|s r l
        company|co|ltd|limited|inc|incorporated|corp|corporation|llc|llp|plc|pcl|gmbh|mbh|ug|pt|cv|ud|tbk|sdn|bhd|pte|pty|pvt|jsc|ojsc|pjsc|ooo|oao|zao|tnhh|sa|sas|sarl|srl|spa|kk|gk|kft|doo
        """.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(form => form.Split(' '))];

    /// <summary>Too short to be taken for a legal form before a name.</summary>
    private static readonly string[][] TrailingForms = [.. Forms, .. "ag|kg|ab|as|oy|oyj|nv|bv|sl|lp".Split('|').Select(form => new[] { form })];

    /// <summary>Empty only where nothing was written.</summary>
    public static string Of(string? name)
    {
        // Until nothing changes: letters that were apart may make a letter or a legal form together.
        var key = SearchText.Fold(name);
        for (var before = ""; key != before;)
        {
            (before, key) = (key, Shorter(key));
        }

        return key.Length <= Length ? key : Of(key[..(char.IsHighSurrogate(key[Length - 1]) ? Length - 1 : Length)]);
    }

    private static string Shorter(string folded)
    {
        var words = Words(Bracketed().Replace(folded, " "));
        if (words.Count == 0)
        {
            words = Words(folded);
        }

        words = WithoutForms(words);
        var key = SearchText.Fold(WithoutAttached(string.Concat(words)));

        // A name of signs only.
        return key.Length > 0 ? key : folded.Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Letters and digits; points vanish, S.A. is one word, and everything else parts.</summary>
    private static List<string> Words(string folded)
    {
        var words = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter:
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                case UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber:
                    words.Append(rune);
                    break;
                case var _ when rune.Value is '.' or '\'' or '’':
                    break;
                default:
                    words.Append(' ');
                    break;
            }
        }

        return [.. words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>A form is no name: the last word stays whatever it is.</summary>
    private static List<string> WithoutForms(List<string> words)
    {
        while (Array.Find(TrailingForms, form => Has(words, form, words.Count - form.Length)) is { } form)
        {
            words = words[..^form.Length];
        }

        while (Array.Find(Forms, form => Has(words, form, 0)) is { } form)
        {
            words = words[form.Length..];
        }

        return words;
    }

    /// <summary>Whether the form stands there, and something beside it.</summary>
    private static bool Has(List<string> words, string[] form, int place)
    {
        if (form.Length >= words.Count)
        {
            return false;
        }

        for (var word = 0; word < form.Length; word++)
        {
            if (words[place + word] != form[word])
            {
                return false;
            }
        }

        return true;
    }

    private static string WithoutAttached(string name)
    {
        while (true)
        {
            if (Attached.FirstOrDefault(form => form.Length < name.Length && name.EndsWith(form, StringComparison.Ordinal)) is { } behind)
            {
                name = name[..^behind.Length];
            }
            else if (Attached.FirstOrDefault(form => form.Length < name.Length && name.StartsWith(form, StringComparison.Ordinal)) is { } before)
            {
                name = name[before.Length..];
            }
            else
            {
                return name;
            }
        }
    }

    /// <summary>(주), which ㈜ folds to, (유), (株)…; at the beginning also as it is often typed, 주).</summary>
    [GeneratedRegex(@"(?:^|\()\s*(?:주|유|합|자|사|재|株|有)\s*\)")]
    private static partial Regex Bracketed();
}
