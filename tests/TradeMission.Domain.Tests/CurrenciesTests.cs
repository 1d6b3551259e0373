using System.Globalization;

namespace TradeMission.Domain.Tests;

public class CurrenciesTests
{
    [Fact]
    public void All_AreSortedAndDifferentCodesOfThreeCapitals()
    {
        var codes = Currencies.All.Select(currency => currency.Code).ToList();

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.Matches("^[A-Z]{3}$", code));
    }

    [Fact]
    public void All_HaveNoDecimalOrTwo() => Assert.All(Currencies.All, currency => Assert.Contains(currency.Decimals, new[] { 0, 2 }));

    /// <summary>Whoever pays with it, can be entered: what the platform says is used in a country is known, save what a country gave up since.</summary>
    [Fact]
    public void All_HoldTheCurrencyOfEveryCountry()
    {
        string[] givenUp = ["ANG", "BGN", "CUC", "HRK", "SLL", "VEF", "ZWL", "XXX", "XDR"];
        var used = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => Countries.IsKnown(region.TwoLetterISORegionName))
            .Select(region => region.ISOCurrencySymbol)
            .Where(code => code.Length == 3 && !givenUp.Contains(code))
            .Distinct()
            .ToList();

        Assert.True(used.Count > 100, "the platform knows no regions here");
        Assert.Empty(used.Where(code => Currencies.Find(code) is null));
    }

    [Theory]
    [InlineData("USD", 2)]
    [InlineData("EUR", 2)]
    [InlineData("CNY", 2)]
    [InlineData("KRW", 0)]
    [InlineData("JPY", 0)]
    [InlineData("IDR", 0)]
    public void Find_KnowsTheDecimalsInPractice(string code, int decimals) => Assert.Equal(new Currency(code, decimals), Currencies.Find(code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("usd")]
    [InlineData("XAU")]
    [InlineData("XTS")]
    [InlineData("DEM")]
    public void Find_WhatIsNoCurrencyInCirculation_IsNull(string? code) => Assert.Null(Currencies.Find(code));
}
