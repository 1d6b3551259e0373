using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Tests.Data;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task World_MovesTheTotalsItPromises()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using var db = database.Open();

        var total = await db.MissionTotals.SingleAsync(total => total.MissionId == World.Ids.Underway && total.Scope == TotalScope.Mission);

        Assert.Equal((4, 3, 609_750m, 120_000.50m, 1), (total.Consultations, total.Buyers, total.ConsultationValue, total.ContractValue, total.ConsultationValuesWithoutRate));
    }

    [Fact]
    public async Task Copies_ShareNothing()
    {
        await using var one = await TestDatabase.CreateWithWorldAsync();
        await using var other = await TestDatabase.CreateWithWorldAsync();
        await using (var db = one.Open())
        {
            (await db.Missions.FirstAsync()).Purpose = "changed";
            await db.SaveChangesAsync();
        }

        await using var untouched = other.Open();
        Assert.False(await untouched.Missions.AnyAsync(mission => mission.Purpose == "changed"));
    }
}
