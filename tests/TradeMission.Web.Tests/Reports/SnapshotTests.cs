using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Reports;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Reports;

public sealed class SnapshotTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    [Fact]
    public async Task Close_KeepsEveryRowAndTheHashOfItsBytes()
    {
        await using var db = database.Open();
        var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway);

        await World.CloseAsync(db, mission, "끝남", "김담당");

        var snapshot = await db.ReportSnapshots.AsNoTracking().SingleAsync(snapshot => snapshot.MissionId == mission.Id);
        Assert.Equal((1, "끝남", "김담당"), (snapshot.Number, snapshot.Reason, snapshot.ClosedByName));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(snapshot.Content))), snapshot.Sha256);
        var kept = CanonicalReport.Read(snapshot.Content);
        Assert.Equal((1, MissionStatus.Closed, (DateTime?)snapshot.ClosedAt), (kept.Format, kept.Report.Status, kept.Report.ClosedAt));
        Assert.Equal(609_750m, kept.Report.Total.ConsultationValue);
        Assert.Equal([600_000m, 9_750m, null, null], kept.Records.Consultations.Select(row => row.Value?.BaseAmount));
        var won = kept.Records.Consultations[1].Value!;
        Assert.Equal((13_000_000m, "KRW", 0.00075m, new DateOnly(2026, 10, 30), "한국은행"), (won.Amount, won.Currency, won.Rate, won.RateOn, won.RateSource));
        Assert.Equal([120_000.50m], kept.Records.Steps.Select(step => step.Value!.Amount));
        Assert.Equal(["70만불"], kept.Records.Stated.Select(stated => stated.AsPrinted));
        Assert.Single(kept.Records.Supports);
        Assert.Single(kept.Records.Exchanges);
        Assert.NotEmpty(kept.Records.Cells);
        Assert.True(SnapshotComparison.Of(kept.Records, await MissionRecords.OfAsync(db, mission.Id, CancellationToken.None)).IsSame);
    }

    [Fact]
    public async Task Close_WithoutTheAct_IsRefused()
    {
        await using var db = database.Open();
        var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway);
        mission.ChangeStatus(MissionStatus.Closed, "몰래", null, "test", TestDatabase.Start.UtcDateTime);

        await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync());

        await using var fresh = database.Open();
        Assert.Equal(MissionStatus.Underway, (await fresh.Missions.SingleAsync(known => known.Id == mission.Id)).Status);
    }

    [Fact]
    public async Task New_MissionThatIsOver_IsRefusedWithoutSnapshot()
    {
        await using var db = database.Open();
        var mission = World.NewMission("TM-2001-001", "옛", "Old", new DateOnly(2001, 1, 1), new DateOnly(2001, 1, 2), "ASEAN");
        mission.EnterAsOver("발표", null, "test", TestDatabase.Start.UtcDateTime);
        db.Add(mission);

        await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task ReopenAndClose_InOneSave_IsRefused()
    {
        await using var db = database.Open();
        var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Closed);
        mission.ChangeStatus(MissionStatus.Underway, "정정", null, "test", TestDatabase.Start.UtcDateTime);
        mission.ChangeStatus(MissionStatus.Closed, "끝", null, "test", TestDatabase.Start.UtcDateTime);

        await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync());
    }

    [Theory]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public async Task Save_TouchingASnapshot_IsRefused(EntityState state)
    {
        await using var db = database.Open();
        db.Entry(await db.ReportSnapshots.FirstAsync()).State = state;

        await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Reopen_KeepsTheFirstAndClosingAgainMakesTheSecond()
    {
        await using var db = database.Open();
        var first = await db.ReportSnapshots.AsNoTracking().SingleAsync(snapshot => snapshot.MissionId == World.Ids.Closed);
        var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Closed);
        mission.ChangeStatus(MissionStatus.Underway, "누락", null, "이과장", TestDatabase.Start.UtcDateTime);
        await db.SaveChangesAsync();
        (await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithEdo)).Value = World.Usd(30_000m, new DateOnly(2025, 5, 13));
        await db.SaveChangesAsync();

        await World.CloseAsync(db, mission);

        var both = await db.ReportSnapshots.AsNoTracking().Where(snapshot => snapshot.MissionId == mission.Id).OrderBy(snapshot => snapshot.Number).ToListAsync();
        Assert.Equal([1, 2], both.Select(snapshot => snapshot.Number));
        Assert.Equal((first.Content, first.Sha256), (both[0].Content, both[0].Sha256));
        Assert.Equal([25_000m, 30_000m], both.Select(snapshot => CanonicalReport.ReadReport(snapshot.Content).Total.ConsultationValue));
    }

    [Fact]
    public async Task Close_Audited_WithoutItsContent()
    {
        await using var db = database.Open();

        var entry = await db.AuditEntries.Include(entry => entry.Subjects).SingleAsync(entry => entry.Record == "ReportSnapshot");

        Assert.Contains(entry.Subjects, subject => subject is { Record: "Mission", RecordId: 2 });
        Assert.DoesNotContain(AuditTrail.Read(entry.Changes), change => change.Field == "Content");
        Assert.Contains(AuditTrail.Read(entry.Changes), change => change.Field == "Sha256" && change.To?.Length == 64);
    }

    [Fact]
    public async Task Close_ThatFails_KeepsNothing()
    {
        await using var db = database.Open();
        var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway);
        db.Entry(mission).Property(nameof(Mission.Version)).OriginalValue = mission.Version + 1;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => World.CloseAsync(db, mission));

        await using var fresh = database.Open();
        Assert.False(await fresh.ReportSnapshots.AnyAsync(snapshot => snapshot.MissionId == World.Ids.Underway));
        Assert.Equal(MissionStatus.Underway, (await fresh.Missions.SingleAsync(known => known.Id == World.Ids.Underway)).Status);
    }

    public async Task InitializeAsync() => database = await TestDatabase.CreateWithWorldAsync();

    public Task DisposeAsync() => database.DisposeAsync().AsTask();
}
