using System.Text.RegularExpressions;

namespace TradeMission.Web.Tests.Texts;

/// <summary>What is said, and where it may be said.</summary>
public partial class WordingTests
{
    /// <summary>Hangul in code that is no text: what is read or written whatever the reader's language.</summary>
    private static readonly string[] HangulInCode =
    [
        "src/TradeMission.Domain/Shared/Hangul.cs", // the letters of the keyboard
        "src/TradeMission.Domain/Shared/NameKey.cs", // legal forms of firms
        "src/TradeMission.Krds/Texts/KrdsTexts.cs", // what the components say on a site that sets no texts
        "src/TradeMission.Web/Infrastructure/AmountText.cs", // units and currencies as people type them
        "src/TradeMission.Web/Infrastructure/DateText.cs", // days as people type them
        "src/TradeMission.Web/wwwroot/js/amounts.js", // the same in the browser
        "src/TradeMission.Web/Infrastructure/Show.cs", // 일월화수목금토 of Korean dates
        "src/TradeMission.Web/Features/ExchangeRates/RateColumns.cs", // headings of Korean files
        "src/TradeMission.Web/Features/ExchangeRates/CrossRates.cs", // who published a rate, as records keep it
        "src/TradeMission.Web/Infrastructure/Security/SensiblePassword.cs", // passwords that nobody should take
    ];

    /// <summary>Texts that use such a word for something else than a contract that is being pursued: each stage is named once, in one place; who signed in signed no contract.</summary>
    private static readonly string[] RightlyUsed = ["Words.Currency.KRW", "Words.DealStage.Signed", "Words.TotalFigure.ContractSigned", "Offline.MayNotLog", "Offline.Nobody", "Offline.SignedInAsOther", "Offline.SignedOut"];

    [Fact]
    public void Code_HoldsNoKoreanText() =>
        Offences.None(SourceTexts.Sources.Where(source => !HangulInCode.Contains(source.File) && LanguageTests.Hangul().IsMatch(source.Text)).Select(Offence));

    /// <summary>A contract being pursued is called nothing else on its way to the newspaper: not a result, not an order, not won, not secured.</summary>
    [Fact]
    public void Texts_CallNoPursuedContractWon() =>
        Offences.None(Resources.Korean.Where(text => KoreanTriumph().IsMatch(text.Value)).Concat(Resources.English.Where(text => EnglishTriumph().IsMatch(text.Value)))
            .Where(text => !RightlyUsed.Contains(text.Key)).Select(text => $"{text.Key}: {text.Value}"));

    [Fact]
    public void Allowances_AreNeeded()
    {
        Offences.None(HangulInCode.Except(SourceTexts.Sources.Where(source => LanguageTests.Hangul().IsMatch(source.Text)).Select(source => source.File)));
        Offences.None(RightlyUsed.Where(key => !KoreanTriumph().IsMatch(Resources.Korean[key]) && !EnglishTriumph().IsMatch(Resources.English[key])));
    }

    private static string Offence((string File, string Text) source)
    {
        var at = LanguageTests.Hangul().Match(source.Text).Index;
        return $"{source.File}: {source.Text[Math.Max(0, at - 20)..Math.Min(source.Text.Length, at + 20)].ReplaceLineEndings(" ")}";
    }

    [GeneratedRegex("성과|수주|달성|체결|성사|쾌거|(?<!발표 )실적|유치")]
    private static partial Regex KoreanTriumph();

    [GeneratedRegex(@"\b(won|win|wins|achiev\w*|secured?|signed|concluded|clinch\w*|landed|success\w*|accomplish\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishTriumph();
}
