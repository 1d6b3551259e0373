using TradeMission.Domain.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Imports;

/// <summary>Statuses and kinds as files say them: by their words in either language, or by their names in the code.</summary>
internal static class ChoiceText<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> ByWord = Enum.GetValues<TEnum>()
        .SelectMany(value => Texts.InEachLanguage(value).Append($"{value}").Select(word => (Word: Folded(word), value))).DistinctBy(pair => pair.Word)
        .ToDictionary(pair => pair.Word, pair => pair.value);

    /// <summary>In the reader's language.</summary>
    public static IReadOnlyList<string> Words => [.. Enum.GetValues<TEnum>().Select(Texts.Of)];

    /// <summary>Null where nothing is written.</summary>
    public static TEnum? Read(PlannedRow row, string column, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (ByWord.TryGetValue(Folded(text), out var value))
        {
            return value;
        }

        row.Refuse(column, Texts.Get("Imports.NotAChoice", string.Join(", ", Words)));
        return null;
    }

    private static string Folded(string word) => SearchText.Fold(word).Replace(" ", "", StringComparison.Ordinal);
}
