using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Search;

/// <summary>What an upgraded database is found by. Keys are taken away as no page could: by SQL.</summary>
public sealed class ReindexTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    [Fact]
    public async Task Fill_AfterAMigration_FindsAgain_WithoutHistoryOrVersions()
    {
        await using (var db = database.Open())
        {
            await ForgetAsync(db);
            Assert.Empty(await db.Buyers.Containing("ㅎㄴㅇㅁㅇ").ToListAsync());
        }

        await using var fresh = database.Open();
        var before = await StateAsync(fresh);
        await new SearchReindex(fresh).FillAsync(default);

        Assert.Equal(World.Ids.BuyerHanoi, (await fresh.Buyers.Containing("ㅎㄴㅇㅁㅇ").SingleAsync()).Id);
        Assert.Equal(before, await StateAsync(fresh));
        Assert.False(await fresh.Consultations.AnyAsync(consultation => EF.Property<string>(consultation, "SearchText") == "x"));
        Assert.False(await fresh.Companies.AnyAsync(company => EF.Property<string?>(company, "NameKey") == null));
        Assert.Empty(await new TotalsCheck(fresh).FindAsync());
    }

    [Fact]
    public async Task Fill_WithAllKeysThere_DoesNothing()
    {
        await using var db = database.Open();
        Assert.Equal(0, await new SearchReindex(db).FillAsync(default));
    }

    [Fact]
    public async Task All_Twice_ChangesNothingMore()
    {
        await using var db = database.Open();
        await ForgetAsync(db);

        Assert.True(await new SearchReindex(db).AllAsync(default) > 10);
        Assert.Equal(0, await new SearchReindex(db).AllAsync(default));
    }

    [Fact]
    public async Task Keys_FollowAChangedName_AndTheVersionCounts()
    {
        await using var db = database.Open();
        var buyer = (await db.Buyers.FindAsync(World.Ids.BuyerEdo))!;
        var before = buyer.Version;
        buyer.NameOther = "㈜새봄패션";
        await db.SaveChangesAsync();

        Assert.Equal(before + 1, buyer.Version);
        Assert.Equal(buyer.Id, (await db.Buyers.Containing("ㅅㅂㅍㅅ").SingleAsync()).Id);
        Assert.Equal("새봄패션", await db.Buyers.Where(known => known.Id == buyer.Id).Select(known => EF.Property<string>(known, "OtherNameKey")).SingleAsync());
    }

    public async Task InitializeAsync() => database = await TestDatabase.CreateWithWorldAsync();

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    private static async Task ForgetAsync(TradeDbContext db)
    {
#pragma warning disable RS0030, EF1002 // As rows look that were there before the columns.
        foreach (var table in new[] { "Missions", "Companies", "Buyers", "SisterCities", "AspNetUsers" })
        {
            await db.Database.ExecuteSqlRawAsync($"UPDATE {table} SET SearchKeys = NULL, SearchText = 'x'");
        }

        await db.Database.ExecuteSqlRawAsync("UPDATE Companies SET NameKey = NULL; UPDATE Buyers SET NameKey = NULL; UPDATE Consultations SET SearchText = 'x'");
#pragma warning restore RS0030, EF1002
    }

    private static async Task<string> StateAsync(TradeDbContext db) => string.Join(
        ' ',
        await db.AuditEntries.CountAsync(),
        await db.Buyers.SumAsync(buyer => buyer.Version),
        await db.Companies.SumAsync(company => company.Version),
        await db.Missions.SumAsync(mission => mission.Version),
        await db.Consultations.SumAsync(consultation => consultation.Version));
}
