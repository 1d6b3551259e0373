namespace TradeMission.Domain.Tests;

public class ExchangeRateTests
{
    private static readonly DateOnly Day = new(2026, 11, 3);

    private static ExchangeRate Quoted(decimal quoted, int per = 1) =>
        new() { Currency = "JPY", Against = "KRW", On = Day, Quoted = quoted, Per = per, Source = "한국은행" };

    [Theory]
    [InlineData(1432.5, 1, 1432.5)]
    [InlineData(931.27, 100, 9.3127)]
    [InlineData(0.0062, 100, 0.000062)]
    public void Rate_IsForOneUnit(double quoted, int per, double rate) => Assert.Equal((decimal)rate, Quoted((decimal)quoted, per).Rate);

    [Fact]
    public void Rate_HasTenDecimalsAtMost() => Assert.Equal(0.3333333333m, Quoted(1m, 3).Rate);

    [Fact]
    public void Freeze_CopiesRateDayAndSource()
    {
        var published = Quoted(931.27m, 100);

        var frozen = published.Freeze();
        published.Quoted = 950m;

        Assert.Equal(new FrozenRate(9.3127m, Day, "한국은행"), frozen);
    }

    /// <summary>A rate that ten decimals cannot tell from nothing would make every amount worth nothing.</summary>
    [Fact]
    public void Freeze_RateThatRoundsToNothing_IsRefused() => Assert.Throws<DomainException>(() => Quoted(0.000000001m, 100).Freeze());

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.00000000001")]
    public void FrozenRate_WhatIsNoRate_IsRefused(string rate) =>
        Assert.Throws<DomainException>(() => new FrozenRate(decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture), Day, ""));

    [Fact]
    public void Same_IsOne() => Assert.Equal(new FrozenRate(1m, Day, ""), FrozenRate.Same(Day));
}
