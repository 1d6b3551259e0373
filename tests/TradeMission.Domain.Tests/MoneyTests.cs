using CsCheck;

namespace TradeMission.Domain.Tests;

public class MoneyTests
{
    private static readonly Gen<string> Codes = Gen.OneOf(
        Gen.Int[0, Currencies.All.Count - 1].Select(index => Currencies.All[index].Code),
        Gen.OneOf(Gen.Const("usd"), Gen.Const(""), Gen.Const("XXX"), Gen.Const("XAU"), Gen.Const("USDX"), Gen.Const("ＵＳＤ")));

    private static readonly decimal[] Edges =
        [0m, 0.00m, 0.5m, 0.005m, 0.001m, 1.10m, 1.100m, -0.01m, Money.Largest, Money.Largest - 0.01m, Money.Largest + 0.01m, decimal.MaxValue, decimal.MinValue];

    private static readonly Gen<decimal> Amounts = Gen.OneOf(
        Gen.Select(Gen.Long[-10_000, 2_000_000_000_000_000], Gen.Int[0, 5], (digits, scale) => new decimal(Math.Abs(digits)) / Power(scale) * Math.Sign(digits)),
        Gen.Int[0, Edges.Length - 1].Select(index => Edges[index]));

    private static decimal Power(int scale) => Enumerable.Repeat(10m, scale).Aggregate(1m, (product, ten) => product * ten);

    [Fact]
    public void Money_IsMadeExactlyWhenNothingIsRefused() =>
        Gen.Select(Amounts, Codes).Sample(
            (amount, code) =>
            {
                if (Money.Refusal(amount, code) is not null)
                {
                    Assert.Throws<DomainException>(() => new Money(amount, code));
                    return;
                }

                var money = new Money(amount, code);
                Assert.Equal((amount, code), (money.Amount, money.Currency));
                Assert.InRange(money.Amount, 0m, Money.Largest);
                Assert.Equal(amount, decimal.Round(amount, 2));
            },
            iter: 20_000);

    [Theory]
    [InlineData("600000", "USD", null)]
    [InlineData("0", "KRW", null)]
    [InlineData("0.01", "USD", null)]
    [InlineData("0.010", "USD", null)]
    [InlineData("0.001", "USD", MoneyRefusal.TooManyDecimals)]
    [InlineData("0.005", "EUR", MoneyRefusal.TooManyDecimals)]
    [InlineData("1.00", "KRW", null)]
    [InlineData("1.5", "KRW", MoneyRefusal.TooManyDecimals)]
    [InlineData("1.5", "JPY", MoneyRefusal.TooManyDecimals)]
    [InlineData("1.5", "IDR", MoneyRefusal.TooManyDecimals)]
    [InlineData("1.5", "VND", MoneyRefusal.TooManyDecimals)]
    [InlineData("1.005", "KWD", MoneyRefusal.TooManyDecimals)]
    [InlineData("-1", "USD", MoneyRefusal.Negative)]
    [InlineData("1000000000000", "KRW", null)]
    [InlineData("1000000000000.00", "USD", null)]
    [InlineData("1000000000000.01", "USD", MoneyRefusal.TooLarge)]
    [InlineData("1000000000001", "KRW", MoneyRefusal.TooLarge)]
    [InlineData("1", "usd", MoneyRefusal.UnknownCurrency)]
    [InlineData("1", "", MoneyRefusal.UnknownCurrency)]
    [InlineData("1", null, MoneyRefusal.UnknownCurrency)]
    public void Refusal_SaysWhatIsWrong(string amount, string? currency, MoneyRefusal? refusal) =>
        Assert.Equal(refusal, Money.Refusal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency));

    [Fact]
    public void Money_OfOneAmountAndCurrency_IsEqual()
    {
        Assert.Equal(new Money(1m, "USD"), new Money(1.00m, "USD"));
        Assert.NotEqual(new Money(1m, "USD"), new Money(1m, "EUR"));
    }
}
