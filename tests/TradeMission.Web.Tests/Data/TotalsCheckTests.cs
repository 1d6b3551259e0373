using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

public sealed class TotalsCheckTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    [Fact]
    public async Task Find_SoundTotals_FindsNothing()
    {
        await using var db = database.Open();

        Assert.Empty(await new TotalsCheck(db).FindAsync());
    }

    [Fact]
    public async Task Find_SpoiltRows_ShowsBothFigures()
    {
        await SpoilAsync();
        await using var db = database.Open();

        var found = await new TotalsCheck(db).FindAsync();

        var whole = Assert.Single(found, difference => difference is { Scope: TotalScope.Mission, MissionId: 1 });
        Assert.Equal(new TotalFigures(4, 3, 609_750m, 120_000.50m, 1, 0), whole.Recomputed with { Tiers = TotalFigures.None.Tiers });
        Assert.Equal(whole.Recomputed with { ConsultationValue = 609_750.000000000001m, Buyers = 4 }, whole.Stored);
        var missing = Assert.Single(found, difference => difference.Scope == TotalScope.Participation);
        Assert.Null(missing.Stored);
        Assert.Equal(25_000m, missing.Recomputed.ConsultationValue);
        var stray = Assert.Single(found, difference => difference.Scope == TotalScope.Stop);
        Assert.Equal((7, 0), (stray.Stored!.Consultations, stray.Recomputed.Consultations));
        Assert.Equal(3, found.Count);
        Assert.Equal(2, (await new TotalsCheck(db).FindAsync(World.Ids.Closed)).Count);
    }

    [Fact]
    public async Task Find_MissionWithoutARow_IsADifference()
    {
        await using var db = database.Open();
        db.Add(World.NewMission("TM-2026-060", "빈", "Empty", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2), "ASEAN"));
        await db.SaveChangesAsync();
        db.Remove(await db.MissionTotals.OrderByDescending(total => total.MissionId).FirstAsync());
        await db.SaveChangesAsync();

        Assert.Null(Assert.Single(await new TotalsCheck(db).FindAsync()).Stored);
    }

    [Fact]
    public async Task Repair_RewritesTotals_AndSaysSoInTheTrail()
    {
        await SpoilAsync();
        await using var db = database.Open(new Actor(1, "관리자", "request-1"));

        Assert.Equal(3, (await new TotalsCheck(db).RepairAsync("after a restored backup")).Count);

        Assert.Empty(await new TotalsCheck(db).FindAsync());
        await Recorded.AssertTotalsAsync(database);
        var entries = await db.AuditEntries.Where(entry => entry.Record == nameof(MissionTotal)).OrderBy(entry => entry.Id).ToListAsync();
        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry => Assert.Equal(("after a restored backup", "관리자"), (entry.Reason, entry.ActorName)));
        Assert.Contains(new AuditChange("Mission 1 ConsultationValue", "609750.000000000001", "609750"), AuditTrail.Read(entries[0].Changes));
        Assert.True(await db.AuditEntries.AnyAsync(entry => entry.Record == nameof(MissionTotal) && entry.Subjects.Any(subject => subject.Record == "Mission" && subject.RecordId == 2)));
    }

    [Fact]
    public async Task Repair_SoundTotals_WritesNothing()
    {
        await using var db = database.Open();
        var before = await db.AuditEntries.CountAsync();

        Assert.Empty(await new TotalsCheck(db).RepairAsync("just in case"));

        Assert.Equal(before, await db.AuditEntries.CountAsync());
    }

    [Fact]
    public async Task Find_BesideRunningWriters_RaisesNoFalseAlarm()
    {
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var round = 0; round < 60; round++)
            {
                await using var db = database.Open();
                var consultation = await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithNusantara);
                consultation.Value = World.Usd(round, consultation.HeldOn);
                await db.SaveChangesAsync();
            }

            await stop.CancelAsync();
        });
        while (!stop.IsCancellationRequested)
        {
            await using var db = database.Open();
            Assert.Empty(await new TotalsCheck(db).FindAsync());
        }

        await writer;
    }

    public async Task InitializeAsync() => database = await TestDatabase.CreateWithWorldAsync();

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    /// <summary>As a restored backup or a hand in the database would: one row wrong by the least there is, one missing, one of a stop that is not there.</summary>
    private async Task SpoilAsync()
    {
        await using var db = database.Open();
        var rows = await db.MissionTotals.ToListAsync();
        var wrong = rows.Single(total => total.Scope == TotalScope.Mission && total.MissionId == World.Ids.Underway);
        wrong.ConsultationValue += 0.000000000001m;
        wrong.Buyers++;
        db.Remove(rows.Single(total => total.Scope == TotalScope.Participation && total.ScopeId == World.Ids.AClosed));
        db.Add(new MissionTotal { MissionId = World.Ids.Closed, Scope = TotalScope.Stop, ScopeId = 999, Consultations = 7 });
        await db.SaveChangesAsync();
    }
}
