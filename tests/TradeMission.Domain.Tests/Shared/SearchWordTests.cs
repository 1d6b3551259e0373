using System.Text;
using CsCheck;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Tests.Shared;

/// <summary>What is typed against what is stored: the same two steps as in the database, without one.</summary>
public class SearchWordTests
{
    private static readonly Gen<string> KoreanNames = Gen.Char['가', '힣'].Array[2, 8].Select(letters => new string(letters));

    private static readonly Gen<string> AnyNames = Gen.OneOf(Gen.Char, Gen.Char["가각ㄱㅏＡＺ１éđŁßㅂ뷁\u1100\u1161\u11a8()., &\ud83c\udf0d\ud800"]).Array[0, 12].Select(letters => new string(letters));

    [Theory]
    [InlineData("새봄패션", "ㅅㅂㅍㅅ")]
    [InlineData("새봄패션", "ㅂㅍ")]
    [InlineData("새봄패션", "새ㅂ")]
    [InlineData("새봄패션", "새ㅂㅍ")]
    [InlineData("새봄패션", "ㅅ봄ㅍ")]
    [InlineData("새봄패션", "새보")]
    [InlineData("새봄패션", "새봄ㅍ")]
    [InlineData("각시", "갃")]
    [InlineData("과일", "고")]
    [InlineData("빵집", "ㅂㅈ")]
    [InlineData("빵집", "ㅃㅈ")]
    [InlineData("값진 식품", "ㄱㅈㅅㅍ")]
    [InlineData("(주)그린존 (예시)", "ㄱㄹㅈ")]
    [InlineData("수원 새봄", "수원새봄")]
    [InlineData("수원새봄", "수원 새봄")]
    [InlineData("LG전자", "lg전ㅈ")]
    public void Typed_WithAKoreanKeyboard_Finds(string name, string typed) => Assert.True(Finds(name, typed), $"{typed}: {Keys(name)}");

    [Theory]
    [InlineData("새봄패션", "saebom")]
    [InlineData("새봄패션", "sebom")]
    [InlineData("새봄패션", "Saepom")]
    [InlineData("새봄패션", "sae")]
    [InlineData("부산무역", "pusan")]
    [InlineData("부산무역", "busan")]
    [InlineData("강남", "kangnam")]
    [InlineData("강남", "gangnam")]
    [InlineData("대우", "daewoo")]
    [InlineData("대우", "daeu")]
    [InlineData("현대", "hyundai")]
    [InlineData("삼성", "samsung")]
    [InlineData("삼성", "samseong")]
    [InlineData("정수", "chungsoo")]
    [InlineData("정수", "jeongsu")]
    [InlineData("서울", "seoul")]
    [InlineData("종로", "jongno")]
    [InlineData("종로", "jongro")]
    [InlineData("신라", "silla")]
    [InlineData("한국물산", "hanguk")]
    [InlineData("한국물산", "hankook")]
    [InlineData("그린존", "geurinjon")]
    [InlineData("그린존", "green")]
    [InlineData("금강", "geumgang")]
    [InlineData("금강", "kumkang")]
    [InlineData("김치마을", "kimchi")]
    [InlineData("김치마을", "gimchi")]
    [InlineData("시우", "shiwoo")]
    [InlineData("옷이", "osi")]
    public void Typed_Romanised_FindsKorean(string name, string typed) => Assert.True(Finds(name, typed), $"{typed}: {Keys(name)}");

    [Theory]
    [InlineData("Graha Shop", "그라하")]
    [InlineData("PT Nusantara Retail", "누산타라")]
    [InlineData("Jakarta", "자카르타")]
    [InlineData("Samsung", "삼성")]
    [InlineData("Bandung", "반둥")]
    [InlineData("Hanoi <Trade>", "하노이")]
    [InlineData("Green Zone", "그린존")]
    [InlineData("GreenZone", "그린존")]
    public void Typed_Korean_FindsALatinName(string name, string typed) => Assert.True(Finds(name, typed), $"{typed}: {Keys(name)}");

    [Theory]
    [InlineData("새봄패션", "toqhavotus")]
    [InlineData("새봄패션", "toqha")]
    [InlineData("무역과 통상", "rhkxhd")]
    [InlineData("Graha Shop", "ㅎㄱ몸")]
    [InlineData("Graha Shop", "노ㅐㅔ")]
    [InlineData("Nusantara", "ㅜㅕㄴ무ㅅㅁㄱㅁ")]
    public void Typed_WithTheKeyboardInTheOtherLanguage_Finds(string name, string typed) => Assert.True(Finds(name, typed), $"{typed}: {Keys(name)}");

    [Theory]
    [InlineData("Trường Hải", "truong hai")]
    [InlineData("Đà Nẵng", "da nang")]
    [InlineData("Łódź", "lodz")]
    [InlineData("ｶﾌﾞｼｷ ガイシャ", "カブシキ がいしゃ")]
    [InlineData("Müller & Søn", "muller son")]
    [InlineData("ＢＡＮＤＵＮＧ", "bandung")]
    [InlineData("江戸商事", "江戸")]
    public void Typed_WithoutMarksOrInAnotherWidth_Finds(string name, string typed) => Assert.True(Finds(name, typed), $"{typed}: {SearchText.Fold(name)}");

    [Theory]
    [InlineData("새봄패션", "ㅁㅍ")]
    [InlineData("새봄패션", "ㅅㅍ")]
    [InlineData("새봄패션", "새ㅍ")]
    [InlineData("새봄패션", "봄새")]
    [InlineData("새봄패션", "sabom")]
    [InlineData("새봄패션", "se")]
    [InlineData("Pakistan Trading", "bag")]
    [InlineData("Nusantara", "누가")]
    [InlineData("새봄패션", "SEPOMX")]
    [InlineData("새봄패션", "green")]
    [InlineData("が", "か")]
    public void Typed_SomethingElse_DoesNotFind(string name, string typed) => Assert.False(Finds(name, typed), Keys(name));

    [Fact]
    public void EveryBeginning_OfAKoreanName_Finds() => KoreanNames.Sample(
        name =>
        {
            for (var length = 1; length <= name.Length; length++)
            {
                Assert.True(Finds(name, name[..length]), name[..length]);
                Assert.True(Finds(name, name[..length].Normalize(NormalizationForm.FormD)), name[..length]);
            }
        },
        iter: 2000);

    [Fact]
    public void EveryKeystroke_OfAKoreanName_Finds() => KoreanNames.Sample(
        name =>
        {
            var letters = Hangul.Letters(name);
            for (var length = 1; length <= letters.Length; length++)
            {
                Assert.Contains(letters[..length], Keys(name), StringComparison.Ordinal);
            }
        },
        iter: 2000);

    [Fact]
    public void Initials_OfAnyPart_Find() => Gen.Select(KoreanNames, Gen.Int[0, 6], Gen.Int[1, 8]).Sample(
        (name, from, length) =>
        {
            var part = name[Math.Min(from, name.Length - 1)..];
            Assert.True(Finds(name, Hangul.Initials(part[..Math.Min(length, part.Length)])));
        },
        iter: 5000);

    [Fact]
    public void ItsOwnText_WordByWord_FindsAnyName() => AnyNames.Where(name => SearchText.Fold(name).Length > 0).Sample(name => Assert.True(Finds(name, name)), iter: 20_000);

    [Fact]
    public void Keys_OfNames_AreWellformedAndFitTheirColumn() => Gen.Select(AnyNames.Array[0, 4], Gen.Int[1, 100]).Sample(
        (names, times) =>
        {
            var keys = SearchKeys.Of(names.Select(name => string.Concat(Enumerable.Repeat(name, times))));
            Assert.InRange(keys.Length, 0, SearchKeys.Length);
            Assert.Equal(SearchText.Composed(keys), keys);
        },
        iter: 2000);

    [Fact]
    public void Of_ManyWords_TakesTheFirst() => Assert.Equal(SearchWord.Most, SearchWord.Of(string.Join(' ', Enumerable.Range(0, 50))).Count);

    [Theory]
    [InlineData(null)]
    [InlineData(" \u3000")]
    public void Of_Nothing_IsNothing(string? typed) => Assert.Empty(SearchWord.Of(typed));

    [Theory]
    [InlineData("수원 새봄패션 (예시)", "새봄", "새봄")]
    [InlineData("수원 새봄패션 (예시)", "ㅅㅂㅍ", "새봄패")]
    [InlineData("수원 새봄패션 (예시)", "saebom", "새봄")]
    [InlineData("수원 새봄패션 (예시)", "새ㅂ", "새봄")]
    [InlineData("PT Nusantara Retail", "누산타라", "Nusantara")]
    [InlineData("PT Nusantara Retail", "retail pt", "PT|Retail")]
    [InlineData("PT Nusantara Retail", "nusan usanta", "Nusanta")]
    [InlineData("Công ty Trường", "truong", "Trường")]
    [InlineData("🌏 하노이🌏무역", "🌏무", "무")]
    [InlineData("하노이무역", "saebom", "")]
    public void Places_InAName_AreWhatWasMeant(string name, string typed, string marked) =>
        Assert.Equal(marked, string.Join('|', SearchWord.PlacesIn(name, SearchWord.Of(typed)).Select(place => name.Substring(place.Start, place.Length))));

    [Fact]
    public void Places_InAnyName_AreInOrderAndHalveNoLetter() => Gen.Select(AnyNames, AnyNames).Sample(
        (name, typed) =>
        {
            var end = 0;
            foreach (var (start, length) in SearchWord.PlacesIn(name, SearchWord.Of(typed + " " + (name.Length > 2 ? name[1..3] : name))))
            {
                Assert.True(start >= end && length > 0 && start + length <= name.Length);
                Assert.False(start > 0 && char.IsLowSurrogate(name[start]) && char.IsHighSurrogate(name[start - 1]));
                end = start + length;
            }
        },
        iter: 5000);

    [Fact]
    public void Of_AnEndlessText_IsCut() => Assert.True(SearchWord.Of(new string('가', 5000)).Single().Keys.SelectMany(pieces => pieces).All(piece => piece.Length < 4000));

    private static string Keys(string name) => SearchKeys.Of([name]);

    private static bool Finds(string name, string typed)
    {
        var (text, keys) = (SearchText.Of([name]), Keys(name));
        var found = SearchWord.Of(typed).All(word => word.Texts.Any(piece => text.Contains(piece, StringComparison.Ordinal))
            || word.Keys.Any(pieces => pieces.All(piece => keys.Contains(piece, StringComparison.Ordinal))));
        Assert.Equal(found, SearchWord.Of(typed).All(word => word.IsIn(name)));
        return found;
    }
}
