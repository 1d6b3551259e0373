using TradeMission.Web.Features.ExchangeRates;

namespace TradeMission.Web.Tests.ExchangeRates;

/// <summary>What one line of an import means.</summary>
public sealed class RateReadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 4);

    [Theory]
    [InlineData("2026-11-03")]
    [InlineData("2026. 11. 3.")]
    [InlineData("2026/11/3")]
    [InlineData("20261103")]
    public void Of_DayFromTheYearOn_IsRead(string written) => Assert.Equal(new DateOnly(2026, 11, 3), Read(RateColumn.Date, written).Rate?.On);

    [Theory]
    [InlineData("0.00074", "0.00074")]
    [InlineData("1,345.6", "1345.6")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("6.25E-05", "0.0000625")]
    [InlineData("0.0000000001", "0.0000000001")]
    [InlineData("9999999999.9999999999", "9999999999.9999999999")]
    public void Of_Number_IsReadExactly(string written, string meant) =>
        Assert.Equal(decimal.Parse(meant, System.Globalization.CultureInfo.InvariantCulture), Read(RateColumn.Rate, written).Rate?.Quoted);

    [Theory]
    [InlineData("JPY", "", 1)]
    [InlineData("JPY", "100", 100)]
    [InlineData("JPY(100)", "", 100)]
    [InlineData("jpy (100)", "100", 100)]
    public void Of_Units_AreThoseBesideTheCurrencyOrOfTheirColumn(string currency, string per, int meant)
    {
        var rate = Read((RateColumn.Currency, currency), (RateColumn.Per, per)).Rate;

        Assert.Equal(("JPY", meant), (rate?.Currency, rate?.Per));
    }

    [Fact]
    public void Of_Line_SaysAgainstWhatAndWhoSaidSo()
    {
        Assert.Equal("USD", Read(RateColumn.Against, "").Rate?.Against);
        Assert.Equal("KRW", Read(RateColumn.Against, "krw").Rate?.Against);
        Assert.Equal("한국은행 고시", Read(RateColumn.Source, "  한국은행 \t 고시 ").Rate?.Source);
    }

    [Theory]
    [InlineData(RateColumn.Date, "", RateRefusal.Missing)]
    [InlineData(RateColumn.Date, "11/3/2026", RateRefusal.BadDate)]
    [InlineData(RateColumn.Date, "2026-02-30", RateRefusal.BadDate)]
    [InlineData(RateColumn.Date, "2026-1103", RateRefusal.BadDate)]
    [InlineData(RateColumn.Date, "2026-11-05", RateRefusal.InFuture)]
    [InlineData(RateColumn.Date, "1989-12-31", RateRefusal.TooOld)]
    [InlineData(RateColumn.Currency, "", RateRefusal.Missing)]
    [InlineData(RateColumn.Currency, "CNH", RateRefusal.UnknownCurrency)]
    [InlineData(RateColumn.Currency, "Yen", RateRefusal.UnknownCurrency)]
    [InlineData(RateColumn.Currency, "USD", RateRefusal.AgainstItself)]
    [InlineData(RateColumn.Currency, "JPY(50)", RateRefusal.BadPer)]
    [InlineData(RateColumn.Against, "JPY", RateRefusal.AgainstItself)]
    [InlineData(RateColumn.Against, "XXZ", RateRefusal.UnknownCurrency)]
    [InlineData(RateColumn.Per, "1000", RateRefusal.BadPer)]
    [InlineData(RateColumn.Per, "1.0", RateRefusal.BadPer)]
    [InlineData(RateColumn.Rate, "", RateRefusal.Missing)]
    [InlineData(RateColumn.Rate, "많음", RateRefusal.NotANumber)]
    [InlineData(RateColumn.Rate, "1 345.6", RateRefusal.NotANumber)]
    [InlineData(RateColumn.Rate, "12,34.5", RateRefusal.NotANumber)]
    [InlineData(RateColumn.Rate, "0,65", RateRefusal.AmbiguousComma)]
    [InlineData(RateColumn.Rate, "1,345", RateRefusal.AmbiguousComma)]
    [InlineData(RateColumn.Rate, "0", RateRefusal.NotPositive)]
    [InlineData(RateColumn.Rate, "-1.5", RateRefusal.NotPositive)]
    [InlineData(RateColumn.Rate, "0.00000000001", RateRefusal.TooManyDecimals)]
    [InlineData(RateColumn.Rate, "1.0000000000000000000000000000000001", RateRefusal.TooManyDecimals)]
    [InlineData(RateColumn.Rate, "10000000000", RateRefusal.TooLarge)]
    [InlineData(RateColumn.Rate, "1E50", RateRefusal.TooLarge)]
    [InlineData(RateColumn.Source, " ", RateRefusal.Missing)]
    public void Of_WrongCell_IsNamedWithItsReason(RateColumn column, string written, RateRefusal why)
    {
        var meaning = Read(column, written);

        Assert.Null(meaning.Rate);
        Assert.Equal(new RefusedCell(column, why), meaning.Refused);
    }

    [Fact]
    public void Of_CellsThatContradictOrVanish_AreRefused()
    {
        Assert.Equal(new RefusedCell(RateColumn.Per, RateRefusal.TwoPers), Read((RateColumn.Currency, "JPY(100)"), (RateColumn.Per, "1")).Refused);
        Assert.Equal(new RefusedCell(RateColumn.Rate, RateRefusal.TooSmall), Read((RateColumn.Rate, "0.0000000001"), (RateColumn.Per, "100")).Refused);
        Assert.Equal(new RefusedCell(RateColumn.Source, RateRefusal.SourceTooLong), Read(RateColumn.Source, new string('가', 101)).Refused);
        Assert.NotNull(Read(RateColumn.Source, new string('가', 100)).Rate);
    }

    private static RateMeaning Read(RateColumn column, string written) => Read((column, written));

    private static RateMeaning Read(params (RateColumn Column, string Written)[] changes)
    {
        var cells = new Dictionary<RateColumn, string>
        {
            [RateColumn.Date] = "2026-11-03",
            [RateColumn.Currency] = "JPY",
            [RateColumn.Rate] = "0.65",
            [RateColumn.Source] = "한국은행",
        };
        foreach (var (column, written) in changes)
        {
            cells[column] = written;
        }

        return RateReading.Of(new RateLine(2, cells), Today);
    }
}
