using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Security;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.People;

public sealed class VisibilityTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly CurrentUser CompanyA = new(4, "박알파", Role.Company, World.Ids.CompanyA);

    [Fact]
    public async Task Company_SeesItsOwnRowsAndNoOthers()
    {
        await using var db = portal.Open();

        Assert.All(await db.Consultations.VisibleTo(CompanyA).Select(row => row.Participation.CompanyId).ToListAsync(), own => Assert.Equal(World.Ids.CompanyA, own));
        Assert.All(await db.Participations.VisibleTo(CompanyA).Select(row => row.CompanyId).ToListAsync(), own => Assert.Equal(World.Ids.CompanyA, own));
        Assert.Equal([World.Ids.CompanyA], await db.Companies.VisibleTo(CompanyA).Select(row => row.Id).ToListAsync());
        Assert.Equal(
            await db.Participations.Where(row => row.CompanyId == World.Ids.CompanyA).Select(row => row.MissionId).Distinct().Order().ToListAsync(),
            await db.Missions.VisibleTo(CompanyA).Select(row => row.Id).Order().ToListAsync());
        Assert.NotEmpty(await db.Consultations.VisibleTo(CompanyA).ToListAsync());
        Assert.NotEmpty(await db.Stops.VisibleTo(CompanyA).ToListAsync());
    }

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Administrator)]
    public async Task City_SeesAll(Role role)
    {
        await using var db = portal.Open();
        var user = new CurrentUser(1, "시청", role, null);

        Assert.Equal(await CountAsync(db), await CountAsync(db, user));
    }

    [Theory]
    [InlineData(Role.Anonymous, null)]
    [InlineData(Role.None, null)]
    [InlineData(Role.Company, null)]
    [InlineData(Role.Anonymous, 1L)]
    public async Task NobodyElse_SeesAnything(Role role, long? company)
    {
        await using var db = portal.Open();

        Assert.Equal((0, 0, 0, 0, 0), await CountAsync(db, new CurrentUser(0, "", role, company)));
    }

    private static async Task<(int, int, int, int, int)> CountAsync(TradeDbContext db) => (
        await db.Missions.CountAsync(), await db.Stops.CountAsync(), await db.Participations.CountAsync(), await db.Consultations.CountAsync(), await db.Companies.CountAsync());

    private static async Task<(int, int, int, int, int)> CountAsync(TradeDbContext db, CurrentUser user) => (
        await db.Missions.VisibleTo(user).CountAsync(), await db.Stops.VisibleTo(user).CountAsync(), await db.Participations.VisibleTo(user).CountAsync(),
        await db.Consultations.VisibleTo(user).CountAsync(), await db.Companies.VisibleTo(user).CountAsync());
}
