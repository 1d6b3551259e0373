using System.Text;
using CsCheck;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Tests.Shared;

public class NameKeyTests
{
    private static readonly string[] BeforeOrBehind =
    [
        "(주)", "㈜", "주식회사", "유한회사", "(유)", "( 주 )", "Co., Ltd.", "CO.,LTD", "Co. Ltd", "Ltd.", "Limited", "Inc.", "Corp.", "Corporation", "LLC", "L.L.C.", "GmbH", "PT", "PT.", "P.T.", "CV", "C.V.", "UD",
        "Tbk", "Sdn Bhd", "Sdn. Bhd.", "Bhd", "Pte Ltd", "Pte. Ltd.", "JSC", "Công ty TNHH", "株式会社", "㈱", "K.K.", "S.A.", "S.r.l.", "SpA", "有限会社", "有限公司",
    ];

    private static readonly string[] Behind = ["AG", "A/S", "AB", "N.V.", "B.V.", "Oy"];

    private static readonly string[] Samples =
    [
        "그린존", "새봄패션", "알파화장품", "Nusantara Retail", "Graha Shop", "Hải Phòng Textile", "江戸商事", "Edo Shoji", "Müller Söhne", "O'Brien & Sons", "3M Korea", "LG전자", "สยามพาณิชย์", "A", "주", "갈",
    ];

    private static readonly Gen<string> Names = Gen.Char["가나다갈각봄존abcxyzÉđŁ江戸カｶＢ７8 -&.\u1100\u1161\u0301()/,'!🌏\ud83c\udf0d\ud800"].Array[0, 14].Select(letters => new string(letters));

    public static TheoryData<string, string> Written => new()
    {
        { "(주)그린존", "그린존" },
        { "㈜ 그린존", "그린존" },
        { "주)그린존", "그린존" },
        { "주식회사그린존", "그린존" },
        { "그린존 주식 회사", "그린존" },
        { "PT. Nusantara Retail, Tbk.", "nusantararetail" },
        { "ＮＵＳＡＮＴＡＲＡ－ＲＥＴＡＩＬ", "nusantararetail" },
        { "Nusantara Retail, PT", "nusantararetail" },
        { "Saigon Beauty JSC", "saigonbeauty" },
        { "Công ty TNHH Trường Hải", "truonghai" },
        { "Green Zone Co.,Ltd", "greenzone" },
        { "Greenzone Company Limited", "greenzone" },
        { "株式会社江戸商事", "江戸商事" },
        { "Co., Ltd.", "co" },
        { "PT", "pt" },
        { "!!!", "!!!" },
        { "", "" },
        { "\u3000", "" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Of_KeepsWhatIsTheFirmsOwn(string name, string key) => Assert.Equal(key, NameKey.Of(name));

    [Theory]
    [InlineData("완주) 상사", "상사")]
    [InlineData("주영상사", "영상사")]
    [InlineData("Corporate Gifts", "Gifts")]
    [InlineData("Ptolemy", "olemy")]
    [InlineData("Nusantara Retail", "Nusantara Retail Bandung")]
    [InlineData("AS Watson", "Watson")]
    [InlineData("그린존", "그린존2")]
    public void Of_DifferentFirms_DiffersIn(string one, string other) => Assert.NotEqual(NameKey.Of(one), NameKey.Of(other));

    [Fact]
    public void Of_Twice_ChangesNothingMore() => Names.Sample(name => Assert.Equal(NameKey.Of(name), NameKey.Of(NameKey.Of(name))), iter: 20_000);

    [Fact]
    public void Of_AnyForm_ChangesNothing() => Gen.Select(OneOf(Samples), OneOf(BeforeOrBehind), OneOf("", " ", ", ", " - "), Gen.Bool).Sample(
        (name, form, between, before) =>
        {
            // Only Korean and Chinese forms are written without a space.
            between = form.Any(letter => letter > '\u1fff') ? between : between.Length == 0 ? " " : between;
            Assert.Equal(NameKey.Of(name), NameKey.Of(before ? form + between + name : name + between + form));
        },
        iter: 5000);

    [Fact]
    public void Of_AShortFormBehind_ChangesNothing() =>
        Gen.Select(OneOf(Samples.Where(name => name.Length > 1).ToArray()), OneOf(Behind)).Where((_, form) => form != "A/S")
            .Sample((name, form) => Assert.Equal(NameKey.Of(name), NameKey.Of($"{name} {form}")), iter: 500);

    [Fact]
    public void Of_WidthCaseAndUnicodeForm_ChangeNothing() => Names.Where(name => !name.Any(char.IsSurrogate)).Sample(
        name =>
        {
            var key = NameKey.Of(name);
            Assert.Equal(key, NameKey.Of(name.Normalize(NormalizationForm.FormD)));
            Assert.Equal(key, NameKey.Of(name.ToUpperInvariant()));
            Assert.Equal(key, NameKey.Of(string.Concat(name.Select(letter => letter is > '\u0020' and < '\u007f' ? (char)(letter + 0xfee0) : letter))));
        },
        iter: 20_000);

    [Fact]
    public void Of_SamplesOfOneAnother_Differ() => Assert.Equal(Samples.Length, Samples.Select(NameKey.Of).Distinct().Count());

    [Fact]
    public void Of_ALongName_FitsItsColumn() => Assert.InRange(NameKey.Of(new string('ß', 400)).Length, 1, NameKey.Length);

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(choice => choices[choice]);
}
