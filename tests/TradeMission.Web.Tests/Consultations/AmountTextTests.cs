using System.Globalization;
using TradeMission.Web.Features.Consultations;

namespace TradeMission.Web.Tests.Consultations;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("600,000", 1, "600000")]
    [InlineData("60", 10_000, "600000")]
    [InlineData("12.5", 10_000, "125000")]
    [InlineData("0.0001", 10_000, "1")]
    [InlineData("0.1", 1_000, "100")]
    [InlineData("１２.５", 10_000, "125000")]
    [InlineData(" 1 000 ", 1, "1000")]
    [InlineData("120000.50", 1, "120000.5")]
    [InlineData("-5", 1, "-5")]
    [InlineData("0", 10_000, "0")]
    [InlineData("1.001", 1, "1.001")]
    [InlineData("60만", 1, "600000")]
    [InlineData("60만", 10_000, "600000")]
    [InlineData("12.5 천", 10_000, "12500")]
    public void Read_Figure_IsExact(string typed, int size, string amount) =>
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), AmountText.Read(typed, size));

    [Theory]
    [InlineData("만")]
    [InlineData("60만만")]
    [InlineData("60억")]
    [InlineData("1,5")]
    [InlineData("1,50,000")]
    [InlineData("1.5.2")]
    [InlineData(".5")]
    [InlineData("1e6")]
    [InlineData("٣٠")]
    [InlineData("999999999999999999999")]
    [InlineData("--5")]
    public void Read_AnythingElse_IsNoAmount(string typed) => Assert.Null(AmountText.Read(typed, 1));
}
