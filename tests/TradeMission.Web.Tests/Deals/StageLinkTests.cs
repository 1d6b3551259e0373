using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Tests.Deals;

/// <summary>Over the sample data: each figure of a mission's table leads to the deals that make it up, and to no other.</summary>
public sealed class StageLinkTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    [Fact]
    public async Task EveryCellOfEveryMission_LeadsToTheDealsThatMakeItUp()
    {
        var manager = await portal.SignInAsSampleAsync(SamplePortal.Manager);
        await using var db = portal.Open();
        var deals = await db.Deals.AsNoTracking().Include(deal => deal.Steps).ToDictionaryAsync(deal => deal.Id);
        var missions = await db.TierTotals.Where(total => total.Scope == TotalScope.Mission && total.Figure != TotalFigure.ConsultationValue && total.Count > 0).Select(total => total.MissionId).Distinct().ToListAsync();
        Assert.True(missions.Count > 5, "The sample data has hardly any deals.");
        var followed = new HashSet<string>();
        foreach (var mission in missions)
        {
            var page = await manager.GetPageAsync($"/missions/{mission}?unit=usd&culture=ko");
            var tables = page.Document.QuerySelectorAll("#evidence table");
            foreach (var row in tables[0].QuerySelectorAll("tbody tr"))
            {
                var cells = row.QuerySelectorAll("td").ToList();
                Assert.All(cells.Skip(1).SkipLast(1), cell => Assert.True(SameFigures.Number(cell) == 0 || row.ClassList.Contains("sum") || row.ClassList.Contains("off") || cell.QuerySelector("a") is not null, $"Mission {mission}: {row.TextContent} leads nowhere."));
                foreach (var cell in cells.Where(cell => cell.QuerySelector("a") is not null))
                {
                    var (count, figure) = cell == cells[0] ? (SameFigures.Number(cell), SameFigures.Number(cells[^1])) : ((decimal?)null, SameFigures.Number(cell));
                    var (listed, shown) = await FollowAsync(manager, cell.QuerySelector("a")!.GetAttribute("href")!);
                    followed.Add(cell.QuerySelector("a")!.GetAttribute("href")!);
                    Assert.All(listed, id => Assert.Equal(mission, deals[id].MissionId));
                    Assert.True(count is null || count == listed.Count, $"Mission {mission}: {cell.TextContent} leads to {listed.Count} deals.");
                    Assert.Equal(figure, Rounded(listed.Sum(id => deals[id].ContractBase ?? 0m)));
                    Assert.True(row.ClassList.Contains("off") || shown == figure, $"Mission {mission}: {cell.TextContent} leads to a list that adds up to {shown}.");
                }
            }

            foreach (var row in tables.Skip(1).SelectMany(table => table.QuerySelectorAll("tbody tr")).Where(row => row.QuerySelector("a") is not null))
            {
                var cells = row.QuerySelectorAll("td").ToList();
                var href = cells[0].QuerySelector("a")!.GetAttribute("href")!;
                var stage = Enum.Parse<DealStage>(href.Split("moved=")[1]);
                var (listed, _) = await FollowAsync(manager, href);
                followed.Add(href);
                var moved = listed.Select(id => deals[id].Steps.Where(step => step.Stands && step.Stage == stage).ToList()).ToList();
                Assert.All(moved, Assert.NotEmpty);
                Assert.Equal(SameFigures.Number(cells[0]), moved.Sum(steps => steps.Count));
                Assert.Equal(SameFigures.Number(cells[^1]), Rounded(moved.Sum(steps => steps.Sum(step => step.Value!.BaseAmount ?? 0m))));
            }

            // The mission's contract value leads to all of its open deals.
            var whole = page.Document.QuerySelectorAll(".totals dd.fig a[href^='/deals']").Single();
            var (open, _) = await FollowAsync(manager, whole.GetAttribute("href")!);
            Assert.Equal(SameFigures.Number(whole), Rounded(open.Sum(id => deals[id].ContractBase ?? 0m)));
        }

        Assert.True(followed.Count > 30, $"Only {followed.Count} links were followed.");
    }

    /// <summary>The deals on all pages of the list, and the one sum that stands above them.</summary>
    private static async Task<(IReadOnlyList<long> Deals, decimal? Sum)> FollowAsync(Visitor visitor, string address)
    {
        var ids = new List<long>();
        decimal? sum = null;
        var counted = 0;
        for (string? next = $"{address}&unit=usd"; next is not null;)
        {
            var page = await visitor.GetPageAsync(next);
            ids.AddRange(page.Document.QuerySelectorAll("tbody th a").Select(link => long.Parse(link.GetAttribute("href")!.Split("#deal-")[1], CultureInfo.InvariantCulture)));
            var sums = page.Document.QuerySelectorAll(".result > span b").Skip(1).ToList();
            sum = sums.Count == 1 ? SameFigures.Number(sums[0]) : null;
            counted = int.Parse(page.Texts(".result b")[0], NumberStyles.Number, CultureInfo.InvariantCulture);
            next = page.Document.QuerySelector("a[rel=next]") is { } link ? new Uri(page.Address, link.GetAttribute("href")!).PathAndQuery : null;
        }

        Assert.Equal(counted, ids.Distinct().Count());
        Assert.Equal(counted, ids.Count);
        return (ids, sum);
    }

    private static decimal Rounded(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
