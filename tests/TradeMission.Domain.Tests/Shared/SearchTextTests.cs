using System.Text;
using CsCheck;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Tests.Shared;

public class SearchTextTests
{
    /// <summary>Any characters, and often those that forms of writing differ in.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char,
        Gen.Char["\u1100\u1161\u11a8가각ㄱㅏＡａ１ÅåJj\u030c\u0301İıßẞΣςéđŁłæŒカガｶﾞ\u3099 ﬁ①㈜\t\u3000\u00a0\u00a8\ud83c\udf0d\ud800\udc00<>&'\"\0"]).Array[0, 12].Select(letters => new string(letters));

    [Theory]
    [InlineData("반둥시", "반둥시")]
    [InlineData("\u1107\u1161\u11ab\u1103\u116e\u11bc\u1109\u1175", "반둥시")]
    [InlineData("ＢＡＮＤＵＮＧ　２００８", "bandung 2008")]
    [InlineData("Graha\t\n Shop  ", "graha shop")]
    [InlineData("  Åse ", "ase")]
    [InlineData("J\u030cAN", "jan")]
    [InlineData("Công ty TNHH Trường Hải", "cong ty tnhh truong hai")]
    [InlineData("ĐÀ NẴNG", "da nang")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Straße", "strasse")]
    [InlineData("ｶﾞ ガ が", "が が が")]
    [InlineData("㈜그린존", "(주)그린존")]
    [InlineData("<b>&\"", "<b>&\"")]
    [InlineData("🌏", "🌏")]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" \u3000\t", "")]
    public void Fold_WritesOneWay(string? text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact]
    public void Fold_IsTheSameForEveryUnicodeForm() =>
        Texts.Where(IsWellformed).Sample(
            text =>
            {
                var folded = SearchText.Fold(text);
                Assert.Equal(folded, SearchText.Fold(text.Normalize(NormalizationForm.FormD)));
                Assert.Equal(folded, SearchText.Fold(text.Normalize(NormalizationForm.FormC)));
                Assert.Equal(folded, SearchText.Fold(text.Normalize(NormalizationForm.FormKD)));
            },
            iter: 20_000);

    [Fact]
    public void AsciiHangulAndChinese_AreComposedAsTheyAre()
    {
        var plain = Enumerable.Range(0, char.MaxValue).Select(letter => (char)letter).Where(letter => letter is < '\u0080' or (>= '가' and <= '힣') or (>= '\u4e00' and <= '\u9fff')).ToArray();
        Assert.Equal(128 + 11_172 + 20_992, plain.Length);
        Assert.All(plain, letter => Assert.Equal($"{letter}", $"{letter}".Normalize(NormalizationForm.FormKC)));

        Gen.Int[0, plain.Length - 1].Select(place => plain[place]).Array[0, 12].Select(letters => new string(letters)).Sample(
            text =>
            {
                Assert.Equal(text.Normalize(NormalizationForm.FormC), SearchText.Composed(text));
                Assert.Equal(text.Normalize(NormalizationForm.FormKC), text);
                Assert.Equal(SearchText.Fold($"{text}é"), SearchText.Fold($"{text}e"));
            },
            iter: 20_000);
    }

    [Fact]
    public void Fold_Twice_ChangesNothingMore() =>
        Texts.Sample(text => Assert.Equal(SearchText.Fold(text), SearchText.Fold(SearchText.Fold(text))), iter: 20_000);

    [Fact]
    public void Stored_Twice_ChangesNothingMore() =>
        Texts.Sample(text => Assert.Equal(SearchText.Stored(text), SearchText.Stored(SearchText.Stored(text))), iter: 20_000);

    [Fact]
    public void Stored_IsFoundByWhatWasTyped() =>
        Texts.Sample(text => Assert.Equal(SearchText.Fold(text), SearchText.Fold(SearchText.Stored(text))), iter: 20_000);

    [Theory]
    [InlineData("  반둥시 ", "반둥시")]
    [InlineData("㈜ Green <Zone>", "㈜ Green <Zone>")]
    [InlineData("ＡＢＣ  def", "ＡＢＣ  def")]
    [InlineData(" \u3000", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Stored_KeepsWhatWasMeant(string? text, string? stored) => Assert.Equal(stored, SearchText.Stored(text));

    /// <summary>Not as attributes: those are UTF-8, which has no half letters.</summary>
    [Fact]
    public void HalfASurrogatePair_BecomesTheReplacementCharacter()
    {
        Assert.Equal("a\ufffd", SearchText.Fold("a\ud83d"));
        Assert.Equal("\ufffda", SearchText.Fold("\udc00a"));
        Assert.Equal("\ufffd!", SearchText.Stored("\ud83d!"));
    }

    [Fact]
    public void Of_JoinsWhatThereIs() => Assert.Equal("그린존 greenzone", SearchText.Of(["그린존", null, " ", "GreenZone"]));

    [Theory]
    [InlineData("ab", 2, "ab")]
    [InlineData("abc", 2, "ab")]
    [InlineData("a🌏", 3, "a🌏")]
    [InlineData("a🌏", 2, "a")]
    [InlineData("a b", 2, "a")]
    [InlineData("ab", 0, "")]
    public void Of_TooLong_IsCutBetweenLetters(string name, int length, string cut) => Assert.Equal(cut, SearchText.Of([name], length));

    [Fact]
    public void Of_NeverExceedsItsLengthNorHalvesALetter() =>
        Gen.Select(Texts.Array[0, 4], Gen.Int[0, 20]).Sample(
            (names, length) =>
            {
                var text = SearchText.Of(names, length);
                Assert.True(text.Length <= length);
                Assert.True(IsWellformed(text));
            },
            iter: 20_000);

    private static bool IsWellformed(string text)
    {
        try
        {
            return text.IsNormalized() || true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
