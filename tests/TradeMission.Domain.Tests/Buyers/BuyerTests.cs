using TradeMission.Domain.Buyers;

namespace TradeMission.Domain.Tests.Buyers;

public class BuyerTests
{
    private static readonly DateOnly Day = new(2026, 11, 3);

    private static Credit On(Credit credit, DateOnly? expires) =>
        new Buyer { Name = "Graha", Country = null, Credit = credit, CreditExpiresOn = expires }.CreditOn(Day);

    [Theory]
    [InlineData(Credit.Checked)]
    [InlineData(Credit.Recommended)]
    public void CreditOn_ACheckThatHasExpired_IsNoCheck(Credit credit)
    {
        Assert.Equal(credit, On(credit, Day.AddDays(1)));
        Assert.Equal(credit, On(credit, Day));
        Assert.Equal(Credit.Unknown, On(credit, Day.AddDays(-1)));
        Assert.Equal(credit, On(credit, null));
    }

    [Theory]
    [InlineData(Credit.Blocked)]
    [InlineData(Credit.Unknown)]
    public void CreditOn_ABlockDoesNotExpire(Credit credit) => Assert.Equal(credit, On(credit, Day.AddDays(-1)));
}
