using TradeMission.Domain.Missions;
using TradeMission.Web.Features.Dashboard;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Dashboard;

public sealed class EmptyDashboardTests
{
    [Fact]
    public async Task Read_NoMissions_ShowsThisYearWithNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();

        var page = await DashboardPage.OfAsync(db, null, new DateOnly(2026, 11, 4), CancellationToken.None);

        Assert.Equal(2026, page.Year);
        Assert.Empty(page.Years);
        Assert.Equal("USD", page.Currency);
        Assert.Empty(YearChart.Of(page.ByYear).Groups);
    }

    [Fact]
    public async Task Read_OnlyFutureMissions_ShowsTheirYear()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        db.Add(World.NewMission("TM-2028-001", "앞날", "Future", new DateOnly(2028, 1, 3), new DateOnly(2028, 1, 5), "ASEAN"));
        await db.SaveChangesAsync();

        var page = await DashboardPage.OfAsync(db, null, new DateOnly(2026, 11, 4), CancellationToken.None);

        Assert.Equal(2028, page.Year);
        Assert.Equal("0", Assert.Single(YearChart.Of(page.ByYear).Groups).First.Height);
        Assert.Equal(MissionStatus.Draft, Assert.Single(page.Missions).Status);
    }
}
