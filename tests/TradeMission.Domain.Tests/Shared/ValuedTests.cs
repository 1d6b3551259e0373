using System.Numerics;
using CsCheck;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Tests.Shared;

public class ValuedTests
{
    private static readonly DateOnly Day = new(2026, 11, 3);

    private static readonly Gen<Money> Amounts = Gen.Long[0, 100_000_000_000_000].Select(cents => new Money(cents / 100m, "EUR"));

    private static readonly Gen<FrozenRate> Rates = Gen.OneOf(Gen.Long[1, 10_000_000_000_000_000], Gen.Long[1, 100_000_000_000])
        .Select(digits => new FrozenRate(digits / 10_000_000_000m, Day, "test"));

    [Fact]
    public void BaseAmount_IsAmountTimesRateToTheLastDigit() =>
        Gen.Select(Amounts, Rates).Sample(
            (money, rate) =>
            {
                if (!Valued.Fits(money, rate))
                {
                    Assert.True(money.Amount * rate.Rate >= Valued.BaseLimit);
                    Assert.Throws<OverflowException>(() => new Valued(money, rate));
                    return;
                }

                var whole = Whole(money.Amount, 2) * Whole(rate.Rate, 10);
                Assert.Equal(whole, Whole(new Valued(money, rate).BaseAmount!.Value, 12));
            },
            iter: 20_000);

    [Fact]
    public void BaseAmount_OfTheLargestAmountAtAnEverydayRate_Fits()
    {
        var value = new Valued(new Money(Money.Largest - 0.01m, "EUR"), new FrozenRate(9_999.9999999999m, Day, "test"));

        Assert.Equal("9999999999999800.000000000001", value.BaseAmount!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void BaseAmount_WithoutRate_IsMissing()
    {
        var value = new Valued(new Money(50_000_000m, "IDR"), null);

        Assert.Equal((50_000_000m, "IDR"), (value.Amount, value.Currency));
        Assert.Null(value.BaseAmount);
        Assert.Null(value.Frozen);
        Assert.Null(value.RateOn);
    }

    [Fact]
    public void Frozen_IsWhatWasGiven()
    {
        var rate = new FrozenRate(0.000062m, Day, "한국은행");

        var value = new Valued(new Money(1_000_000m, "IDR"), rate);

        Assert.Equal((rate, new Money(1_000_000m, "IDR"), 62m), (value.Frozen, value.Money, value.BaseAmount));
    }

    private static BigInteger Whole(decimal number, int decimals)
    {
        var fraction = number % 1m;
        var shifted = new BigInteger(decimal.Truncate(number)) * BigInteger.Pow(10, decimals) + new BigInteger(fraction * (decimal)BigInteger.Pow(10, decimals));
        Assert.Equal(0m, fraction * (decimal)BigInteger.Pow(10, decimals) % 1m);
        return shifted;
    }
}
