using System.Text;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Tests.Data;

/// <summary>What saving does to every record, whichever page it comes from.</summary>
public sealed class SavingTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    [Fact]
    public async Task Names_FromAMac_AreStoredComposed_AndFoundAsTyped()
    {
        await using var db = database.Open();
        var company = new Company { NameKo = "한글상사".Normalize(NormalizationForm.FormD), NameEn = "ＦＵＬＬ Width" };
        db.Add(company);
        await db.SaveChangesAsync();

        Assert.Equal("한글상사", await db.Companies.Where(known => known.Id == company.Id).Select(known => known.NameKo).SingleAsync());
        foreach (var typed in new[] { "한글", "한글".Normalize(NormalizationForm.FormD), "full width" })
        {
            var folded = SearchText.Fold(typed);
            Assert.True(await db.Companies.AnyAsync(known => known.Id == company.Id && EF.Property<string>(known, "SearchText").Contains(folded)), typed);
        }
    }

    [Fact]
    public async Task SearchText_FollowsAChangedName()
    {
        await using var db = database.Open();
        var company = await db.Companies.FirstAsync();
        company.NameEn = "Renamed Ltd";
        await db.SaveChangesAsync();

        Assert.Contains("renamed ltd", await db.Companies.Where(known => known.Id == company.Id).Select(known => EF.Property<string>(known, "SearchText")).SingleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_OfAnyCharacters_IsKept()
    {
        const string typed = "<b>&'\"\u0001\u4e2d\ud83d\ude00 half a pair \ud83d";
        await using var db = database.Open();
        var buyer = new Buyer { Name = typed, Country = null };
        db.Add(buyer);
        await db.SaveChangesAsync();

        await using var fresh = database.Open();
        Assert.Equal(typed[..^1] + '\ufffd', (await fresh.Buyers.SingleAsync(known => known.Id == buyer.Id)).Name);
    }

    [Fact]
    public async Task Version_CountsEachChange_AndNoOther()
    {
        await using var db = database.Open();
        var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Closed);
        var before = mission.Version;
        await db.SaveChangesAsync();
        Assert.Equal(before, mission.Version);
        mission.Purpose = "changed";
        await db.SaveChangesAsync();
        mission.Purpose = "changed again";
        await db.SaveChangesAsync();

        Assert.Equal(before + 2, mission.Version);
    }

    [Fact]
    public async Task Text_LongerThanItsColumn_IsRefusedOnEitherDatabase()
    {
        await using var db = database.Open();
        db.Add(new Buyer { Name = new string('가', 201), Country = null });

        await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync());
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(1e16)]
    public async Task Number_ThatItsColumnWouldRoundOrRefuse_IsRefusedOnEitherDatabase(double budget)
    {
        await using var db = database.Open();
        (await db.Missions.FirstAsync()).PlannedBudget = (decimal)budget;

        await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Moment_WithoutAZone_IsTakenAsUtc()
    {
        var noon = new DateTime(2026, 11, 4, 12, 0, 0, DateTimeKind.Unspecified);
        await using var db = database.Open();
        var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway);
        mission.ChangeStatus(MissionStatus.Cancelled, "끝", null, "test", noon);
        await db.SaveChangesAsync();

        await using var fresh = database.Open();
        var at = await fresh.StatusChanges.Where(change => change.MissionId == mission.Id && change.To == MissionStatus.Cancelled).Select(change => change.At).SingleAsync();
        Assert.Equal(DateTime.SpecifyKind(noon, DateTimeKind.Utc), at);
        Assert.Equal(DateTimeKind.Utc, at.Kind);
    }

    public async Task InitializeAsync() => database = await TestDatabase.CreateWithWorldAsync();

    public Task DisposeAsync() => database.DisposeAsync().AsTask();
}
