using System.Globalization;

namespace TradeMission.Domain.Tests;

public class CountriesTests
{
    [Fact]
    public void All_AreTheStandardsCodes_SortedAndDifferent()
    {
        Assert.Equal(249, Countries.All.Count);
        Assert.Equal(Countries.All.Distinct().Order(StringComparer.Ordinal), Countries.All);
        Assert.All(Countries.All, code => Assert.Matches("^[A-Z]{2}$", code));
    }

    /// <summary>Kosovo is in use but not in the standard; the others are reserved codes for parts of countries.</summary>
    [Fact]
    public void All_HoldEveryRegionThatThePlatformKnows()
    {
        var regions = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName)
            .Where(code => code.Length == 2 && code.All(char.IsAsciiLetterUpper) && code is not ("XK" or "AC" or "CQ" or "DG" or "EA" or "IC" or "TA"))
            .Distinct()
            .ToList();

        Assert.True(regions.Count > 100, "the platform knows no regions here");
        Assert.Empty(regions.Where(code => !Countries.IsKnown(code)));
    }

    [Theory]
    [InlineData("KR", true)]
    [InlineData("ID", true)]
    [InlineData("kr", false)]
    [InlineData("ZZ", false)]
    [InlineData("UK", false)]
    [InlineData("EU", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsKnown_TakesTheStandardsCodesOnly(string? code, bool known) => Assert.Equal(known, Countries.IsKnown(code));
}
