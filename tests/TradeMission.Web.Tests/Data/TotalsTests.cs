using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

public sealed class TotalsTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 11, 3);

    private TestDatabase database = null!;

    [Fact]
    public async Task CorrectedToANewBuyer_CountsTheNewOne()
    {
        await using var db = database.Open();
        var made = NewConsultation(World.Ids.BandungStop, 1, 1, World.Usd(100, Day));
        db.Add(made);
        await db.SaveChangesAsync();

        made.Buyer = new Buyer { Name = "Baru Sekali", Country = "ID" };
        await db.SaveChangesAsync();

        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task ConcurrentWriters_StoredTotalsAreTheSumOfTheRecords()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < 12; round++)
            {
                await using var db = database.Open();
                var made = NewConsultation(round % 3 == 0 ? null : World.Ids.BandungStop, (writer % 2) + 1, (round % 4) + 1, World.Usd((writer * 100) + round + 0.01m, Day));
                db.Add(made);
                await db.SaveChangesAsync();
                made.BuyerId = (writer % 4) + 1;
                made.Value = round % 2 == 0 ? null : new Valued(new Money(round, "EUR"), new FrozenRate(1.0812345678m, Day, "test"));
                await db.SaveChangesAsync();
                if (round % 5 == 0)
                {
                    db.Remove(made);
                    await db.SaveChangesAsync();
                }
            }
        })));

        await Recorded.AssertTotalsAsync(database);
        await using var after = database.Open();
        Assert.Equal(5 + (8 * 9), await after.Consultations.CountAsync());
    }

    [Fact]
    public async Task SameRecord_EditedTwice_SecondIsToldAndTotalsStay()
    {
        await using var first = database.Open();
        await using var second = database.Open();
        (await first.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithNusantara)).Value = World.Usd(1m, Day);
        (await second.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithNusantara)).Value = World.Usd(2m, Day);
        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        await Recorded.AssertTotalsAsync(database);
        Assert.Equal(9_751m, await ValueAsync(TotalScope.Mission, World.Ids.Underway));
    }

    [Fact]
    public async Task SameRecord_EditedByManyAtOnce_OneWinsAndTotalsAreItsOwn()
    {
        var contexts = Enumerable.Range(0, 8).Select(_ => database.Open()).ToList();
        foreach (var (db, writer) in contexts.Select((db, writer) => (db, writer)))
        {
            (await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithSaigon)).Value = World.Usd(writer + 1, Day);
        }

        var saved = await Task.WhenAll(contexts.Select(db => Task.Run(async () =>
        {
            try
            {
                return await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                return 0;
            }
        })));

        Assert.Equal(1, saved.Sum());
        await Recorded.AssertTotalsAsync(database);
        foreach (var db in contexts)
        {
            await db.DisposeAsync();
        }
    }

    [Fact]
    public async Task Conflict_Resolved_SavesWithTheSameContext()
    {
        await using var first = database.Open();
        await using var second = database.Open();
        (await first.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithNusantara)).Value = World.Usd(1m, Day);
        var mine = await second.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithNusantara);
        mine.Value = World.Usd(2m, Day);
        await first.SaveChangesAsync();
        var conflict = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        var entry = Assert.Single(conflict.Entries);
        entry.OriginalValues.SetValues((await entry.GetDatabaseValuesAsync())!);
        await second.SaveChangesAsync();

        Assert.Equal(2m + 9_750m, await ValueAsync(TotalScope.Mission, World.Ids.Underway));
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task FailingSave_MovesNothing()
    {
        var before = await CountsAsync();
        await using (var db = database.Open())
        {
            var taken = await db.Consultations.Select(consultation => consultation.ClientId).FirstAsync();
            db.Add(NewConsultation(World.Ids.BandungStop, World.Ids.AUnderway, World.Ids.BuyerEdo, World.Usd(5, Day)));
            db.Add(NewConsultation(World.Ids.BandungStop, World.Ids.AUnderway, World.Ids.BuyerEdo, World.Usd(5, Day), taken));

            var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.True(db.IsDuplicate(refused));
        }

        Assert.Equal(before, await CountsAsync());
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task SaveThatFailsLate_MovesNothing_EvenWhenTheCallerCommits()
    {
        var before = await CountsAsync();
        await using (var db = database.Open(new Actor(null, null!, null)))
        await using (var transaction = await db.BeginWriteAsync(CancellationToken.None))
        {
            db.Add(NewConsultation(World.Ids.BandungStop, World.Ids.AUnderway, World.Ids.BuyerEdo, World.Usd(5, Day)));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.Empty(db.ChangeTracker.Entries());
            await transaction.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(before, await CountsAsync());
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task TransactionNotCommitted_MovesNothing()
    {
        var before = await CountsAsync();
        await using (var db = database.Open())
        await using (await db.BeginWriteAsync(CancellationToken.None))
        {
            db.Add(NewConsultation(World.Ids.BandungStop, World.Ids.AUnderway, World.Ids.BuyerEdo, World.Usd(5, Day)));
            await db.SaveChangesAsync();
        }

        Assert.Equal(before, await CountsAsync());
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task MissionWithItsConsultations_AddedAtOnce_HasItsTotals()
    {
        await using var db = database.Open();
        var mission = World.NewMission("TM-2026-077", "한번에", "At once", Day, Day, "ASEAN");
        var participation = new Participation { Mission = mission, CompanyId = World.Ids.CompanyA };
        var made = NewConsultation(null, 0, World.Ids.BuyerEdo, World.Usd(77.77m, Day), mission: 0);
        var whole = new Consultation
        {
            ClientId = made.ClientId,
            MissionId = 0,
            Mission = mission,
            StopId = null,
            ParticipationId = 0,
            Participation = participation,
            BuyerId = made.BuyerId,
            HeldOn = Day,
            Value = made.Value,
            LoggedByName = "test",
            LoggedAt = made.LoggedAt,
        };
        db.Add(whole);
        await db.SaveChangesAsync();

        await Recorded.AssertTotalsAsync(database);
        Assert.Equal(77.77m, await ValueAsync(TotalScope.Mission, mission.Id));
    }

    [Fact]
    public async Task StopAndMission_DeletedWithTheirConsultations_LeaveNoTotals()
    {
        await using (var db = database.Open())
        {
            db.RemoveRange(await db.Consultations.Where(consultation => consultation.StopId == World.Ids.HanoiStop).ToListAsync());
            db.Remove(await db.Stops.SingleAsync(stop => stop.Id == World.Ids.HanoiStop));
            await db.SaveChangesAsync();
            Assert.False(await db.MissionTotals.AnyAsync(total => total.Scope == TotalScope.Stop && total.ScopeId == World.Ids.HanoiStop));
        }

        await Recorded.AssertTotalsAsync(database);
        await using (var db = database.Open())
        {
            var mission = World.NewMission("TM-2026-078", "지울 것", "To be deleted", Day, Day, "ASEAN");
            var participation = new Participation { Mission = mission, CompanyId = World.Ids.CompanyA };
            db.Add(participation);
            await db.SaveChangesAsync();
            var made = NewConsultation(null, participation.Id, World.Ids.BuyerEdo, World.Usd(5, Day), mission: mission.Id);
            db.Add(made);
            await db.SaveChangesAsync();
            db.RemoveRange(made, participation, mission);
            await db.SaveChangesAsync();
            Assert.False(await db.MissionTotals.AnyAsync(total => total.MissionId == mission.Id));
            Assert.False(await db.TierTotals.AnyAsync(total => total.MissionId == mission.Id));
        }

        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Totals_OfHugeAndTinyFigures_AreExact()
    {
        await using var db = database.Open();
        db.Add(NewConsultation(null, World.Ids.AUnderway, 1, new Valued(new Money(999_999_999_999.99m, "EUR"), new FrozenRate(9_999.9999999999m, Day, "test"))));
        db.Add(NewConsultation(null, World.Ids.AUnderway, 1, new Valued(new Money(0.01m, "EUR"), new FrozenRate(0.0000000001m, Day, "test"))));
        await db.SaveChangesAsync();

        Assert.Equal((999_999_999_999.99m * 9_999.9999999999m) + 0.000000000001m, await ValueAsync(TotalScope.Stop, 0));
        await Recorded.AssertTotalsAsync(database);
    }

    public async Task InitializeAsync() => database = await TestDatabase.CreateWithWorldAsync();

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    private static Consultation NewConsultation(long? stop, long participation, long buyer, Valued? value, Guid? id = null, long? mission = null) => new()
    {
        ClientId = id ?? Guid.CreateVersion7(),
        MissionId = mission ?? World.Ids.Underway,
        StopId = stop,
        ParticipationId = participation,
        BuyerId = buyer,
        HeldOn = Day,
        Value = value,
        LoggedByName = "test",
        LoggedAt = TestDatabase.Start.UtcDateTime,
    };

    private async Task<decimal> ValueAsync(TotalScope scope, long id)
    {
        await using var db = database.Open();
        return await db.MissionTotals.Where(total => total.Scope == scope && total.ScopeId == id).Select(total => total.ConsultationValue).SingleAsync();
    }

    private async Task<(int Consultations, int Entries, int Subjects, int Totals)> CountsAsync()
    {
        await using var db = database.Open();
        return (await db.Consultations.CountAsync(), await db.AuditEntries.CountAsync(), await db.Set<AuditSubject>().CountAsync(), await db.MissionTotals.CountAsync());
    }
}
