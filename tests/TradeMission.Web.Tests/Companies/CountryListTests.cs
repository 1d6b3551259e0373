using System.Globalization;
using TradeMission.Domain;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Tests.Companies;

public sealed class CountryListTests
{
    [Theory]
    [InlineData("베트남, 인도네시아, JP", "ID JP VN")]
    [InlineData("Vietnam; indonesia; jpn", "ID JP VN")]
    [InlineData("ＵＳＡ、uk、U.A.E.", "AE GB US")]
    [InlineData("VN\nVN\r\n베트남", "VN")]
    [InlineData("us cn vn", "CN US VN")]
    [InlineData("홍 콩, 대한민국", "HK KR")]
    [InlineData("베트남", "VN")]
    [InlineData(" , ;", null)]
    [InlineData(null, null)]
    public void Stored_IsCodesInOrder(string? typed, string? stored)
    {
        Assert.Equal(stored, CountryList.Stored(typed));
        Assert.Empty(CountryList.Unknown(typed));
    }

    [Fact]
    public void Stored_DecomposedName_IsTheSameCountry() =>
        Assert.Equal("VN", CountryList.Stored("베트남".Normalize(System.Text.NormalizationForm.FormD)));

    [Fact]
    public void Unknown_NamesWhatIsNoCountry() => Assert.Equal(["아틀란티스", "XX", "US XX"], CountryList.Unknown("아틀란티스, VN, XX, US XX"));

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public void Names_OfAllCountries_AreReadBack(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var all = string.Join(' ', Countries.All);

            Assert.Equal(all, CountryList.Stored(CountryList.Names(all)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
