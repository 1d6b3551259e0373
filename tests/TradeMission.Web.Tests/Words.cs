namespace TradeMission.Web.Tests;

/// <summary>What no page may say.</summary>
public static class Words
{
    /// <summary>A contract that is being pursued is no result yet: 계약추진 turns into 계약성과 on the way to the newspaper, but not here.</summary>
    public static void AssertPursuedIsNeverCalledWon(Page page)
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.DoesNotMatch("성과|수주|체결 ?실적|계약 ?실적|달성", page.Text);
        Assert.DoesNotMatch(@"(?i)\b(won|achieved|achievement|secured|concluded)\b", page.Text);
    }
}
