using TradeMission.Domain.Deals;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>More deals than a page holds.</summary>
public sealed class DealPagingTests(DealPortal portal) : IClassFixture<DealPortal>
{
    [Fact]
    public async Task Get_PageAfterPage_ShowsEveryDealOnceAndTheSameSums()
    {
        for (var made = 1; made <= 60; made++)
        {
            await portal.OpenDealAsync(World.Ids.BWithHanoi, (DealStage.Committed, 1_000m + made, "2026-11-06"));
        }

        var manager = await portal.SignInAsync(World.Manager);
        var first = await manager.GetPageAsync("/deals?stage=Committed&company=2&unit=usd&sort=amount");
        var second = await manager.GetPageAsync(new Uri(first.Address, first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!).PathAndQuery);

        Assert.Equal(50, first.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(11, second.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
        Assert.NotNull(second.Document.QuerySelector("a[rel=prev]"));
        Assert.Equal("61건", second.Texts(".result > span")[0]);
        Assert.Equal(first.Texts(".result > span")[1], second.Texts(".result > span")[1]);
        Assert.StartsWith("수출확약(MOU) 68,830.00", second.Texts(".result > span")[1], StringComparison.Ordinal);
        var links = Links(first).Concat(Links(second)).ToList();
        Assert.Equal(61, links.Distinct().Count());
        Assert.Equal(11, (await manager.GetPageAsync("/deals?stage=Committed&company=2&page=99")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(50, (await manager.GetPageAsync("/deals?stage=Committed&company=2&page=-1")).Document.QuerySelectorAll("tbody tr").Length);
    }

    private static IEnumerable<string> Links(Page page) => page.Document.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!);
}
