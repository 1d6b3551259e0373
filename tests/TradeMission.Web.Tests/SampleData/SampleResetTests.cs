using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Web.Tests.Data;
using Samples = TradeMission.Web.Data.Samples.SampleData;

namespace TradeMission.Web.Tests.SampleData;

public sealed class SampleResetTests
{
    [Fact]
    public async Task Reset_TwiceAfterChanges_HoldsTheSameAgain()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await ResetAsync(database);
        var first = await PictureAsync(database);
        await using (var db = database.Open())
        {
            db.Add(new Company { NameKo = "새 기업" });
            db.Remove(await db.StatedTotals.OrderBy(stated => stated.Id).FirstAsync());
            await db.SaveChangesAsync();
        }

        await ResetAsync(database);

        Assert.Equal(first, await PictureAsync(database));
        await using var after = database.Open();
        Assert.False(await after.Companies.AnyAsync(company => company.NameKo == "새 기업"));
    }

    [Fact]
    public async Task Load_IntoFilledDatabase_Refuses()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using var db = database.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Samples.LoadAsync(db, LoadedSamples.UsersOf(db), LoadedSamples.Password, CancellationToken.None));
    }

    private static async Task ResetAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await Samples.ResetAsync(db, LoadedSamples.UsersOf(db), LoadedSamples.Password, CancellationToken.None);
    }

    /// <summary>Rows by table, and what the missions add up to.</summary>
    private static async Task<IReadOnlyList<string>> PictureAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var totals = await db.MissionTotals.OrderBy(total => total.Scope).ThenBy(total => total.MissionId).ThenBy(total => total.ScopeId)
            .Select(total => $"{total.Scope} {total.Consultations} {total.Buyers} {total.ConsultationValue} {total.ContractValue}").ToListAsync();
        return
        [
            $"{await db.Missions.CountAsync()} {await db.Stops.CountAsync()} {await db.Participations.CountAsync()} {await db.Companies.CountAsync()} {await db.Buyers.CountAsync()}",
            $"{await db.Contacts.CountAsync()} {await db.Products.CountAsync()} {await db.Exchanges.CountAsync()} {await db.SisterCities.CountAsync()} {await db.Users.CountAsync()}",
            $"{await db.StatedTotals.CountAsync()} {await db.StatusChanges.CountAsync()} {await db.HostSupports.CountAsync()} {await db.AuditEntries.CountAsync()}",
            .. totals,
        ];
    }
}
