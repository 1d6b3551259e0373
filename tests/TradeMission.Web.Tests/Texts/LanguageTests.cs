using System.Text.RegularExpressions;
using TradeMission.Krds;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Tests.Texts;

/// <summary>Korean and English are both whole.</summary>
public partial class LanguageTests
{
    /// <summary>The language switch names the other language in that language.</summary>
    private static readonly string[] OtherLanguage = ["Shared.OtherLanguage"];

    [Fact]
    public void Keys_StandInBothLanguages()
    {
        Assert.NotEmpty(Resources.Keys);
        Offences.None(Resources.Korean.Keys.Except(Resources.English.Keys));
        Offences.None(Resources.English.Keys.Except(Resources.Korean.Keys));
        Offences.None(Resources.Twice);
    }

    [Fact]
    public void Texts_AreNotEmpty() =>
        Offences.None(Resources.Korean.Concat(Resources.English).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key));

    [Fact]
    public void Texts_TakeTheSameArgumentsInBothLanguages() =>
        Offences.None(Resources.Keys.Where(key => Arguments(Resources.Korean[key]) != Arguments(Resources.English.GetValueOrDefault(key, ""))));

    [Fact]
    public void EnglishTexts_HoldNoHangul() =>
        Offences.None(Resources.English.Where(text => Hangul().IsMatch(text.Value) && !OtherLanguage.Contains(text.Key)).Select(text => $"{text.Key}: {text.Value}"));

    [Fact]
    public void KoreanTexts_AreKorean() =>
        Offences.None(Resources.Korean.Where(text => EnglishSentence().IsMatch(text.Value) && !Hangul().IsMatch(text.Value)).Select(text => $"{text.Key}: {text.Value}"));

    [Fact]
    public void Keys_ThatCodeNames_Exist()
    {
        Assert.NotEmpty(SourceTexts.Named);
        Offences.None(SourceTexts.Named.Where(named => !Resources.Keys.Contains(named.Key)));
    }

    [Fact]
    public void Keys_ThatCodeComposes_Exist() =>
        Offences.None(SourceTexts.Composed.Where(composed => !Resources.Keys.Any(composed.Keys.IsMatch)).Select(composed => $"{composed.File}: {composed.Keys}"));

    /// <summary>A text that neither code nor a type names is said nowhere.</summary>
    [Fact]
    public void Texts_AreSaidSomewhere()
    {
        var said = SourceTexts.Named.Select(named => named.Key).Concat(KrdsText.All).Concat(ShownTypes.EnumKeys)
            .Concat(ShownTypes.FormFields.SelectMany(field => new[] { $"{field.Room}.Hint.{field.Property}", $"{field.Room}.Field.{field.Property}", $"Words.Field.{field.Property}" }))
            .Concat(ShownTypes.AuditedFields.SelectMany(field => History.LabelsOf(field.Record, field.Field).Append($"Words.Record.{field.Record}")))
            .Concat(Download.Fields.Select(field => $"Words.RecordField.{field}"))
            .ToHashSet();

        Offences.None(Resources.Keys.Where(key => !said.Contains(key) && !SourceTexts.Composed.Any(composed => composed.Keys.IsMatch(key))));
    }

    [Fact]
    public void Components_HaveTheirTexts() => Offences.None(KrdsText.All.Where(key => !Resources.Keys.Contains(key)));

    [Fact]
    public void Enums_HaveTheirWords()
    {
        Assert.NotEmpty(ShownTypes.EnumKeys);
        Offences.None(ShownTypes.EnumKeys.Where(key => !Resources.Keys.Contains(key)));
    }

    [Fact]
    public void FormFields_HaveTheirLabels()
    {
        Assert.NotEmpty(ShownTypes.FormFields);
        Offences.None(ShownTypes.FormFields
            .Where(field => !Resources.Keys.Contains($"{field.Room}.Field.{field.Property}") && !Resources.Keys.Contains($"Words.Field.{field.Property}")));
    }

    [Fact]
    public void AuditedRecords_HaveTheirNames() =>
        Offences.None(ShownTypes.AuditedFields.Select(field => $"Words.Record.{field.Record}").Distinct().Where(key => !Resources.Keys.Contains(key)));

    [Fact]
    public void AuditedFields_HaveTheirLabels() =>
        Offences.None(ShownTypes.AuditedFields
            .Where(field => Resources.Keys.Any(key => key.StartsWith(History.LabelsOf(field.Record, field.Field)[1].Split('.')[0] + ".Field.", StringComparison.Ordinal)))
            .Where(field => !History.LabelsOf(field.Record, field.Field).Any(Resources.Keys.Contains)));

    private static string Arguments(string text) => string.Join(' ', Argument().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order());

    [GeneratedRegex(@"\{(\d+)(?::[^}]*)?\}")]
    private static partial Regex Argument();

    [GeneratedRegex(@"[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]")]
    internal static partial Regex Hangul();

    [GeneratedRegex(@"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}")]
    private static partial Regex EnglishSentence();
}
