using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

/// <summary>Consultations that are saved many at once are inserted together; nobody who reads them may see a difference.</summary>
public sealed class ManyConsultationsTests : IAsyncLifetime
{
    private const int Many = 60;

    private static readonly DateOnly Day = new(2026, 11, 3);

    private TestDatabase database = null!;

    [Fact]
    public async Task Together_StoresWhatEachAloneWould()
    {
        await using (var db = database.Open())
        {
            for (var number = 0; number < Many; number++)
            {
                db.Add(Of(number));
                await db.SaveChangesAsync();
            }
        }

        await using (var db = database.Open())
        {
            db.AddRange(Enumerable.Range(0, Many).Select(Of));
            Assert.Equal(Many, await db.SaveChangesAsync());
        }

        var rows = await RowsAsync();
        Assert.Equal(2 * Many, rows.Count);
        Assert.Equal(rows[..Many], rows[Many..]);
        Assert.Equal(Many, rows.Distinct().Count());
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Together_DealsHangOnTheirOwn()
    {
        await using var db = database.Open();
        var made = Enumerable.Range(0, Many).Select(Of).ToList();
        var pursued = made.Where(consultation => consultation.Value is { Rate: not null }).ToList();
        foreach (var consultation in pursued)
        {
            World.Pursue(consultation, World.Usd(1000 + made.IndexOf(consultation), Day));
        }

        db.AddRange(made);
        await db.SaveChangesAsync();

        Assert.NotEmpty(pursued);
        await using var fresh = database.Open();
        foreach (var consultation in pursued)
        {
            var deal = await fresh.Deals.Include(deal => deal.Steps).SingleAsync(deal => deal.ConsultationId == consultation.Id);
            Assert.Equal(1000 + made.IndexOf(consultation), deal.Steps.Single().Value?.Amount);
            Assert.Equal(consultation.ClientId, await fresh.Consultations.Where(stored => stored.Id == deal.ConsultationId).Select(stored => stored.ClientId).SingleAsync());
        }

        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Together_EachHasItsAuditEntry_AndCanBeChangedAtOnce()
    {
        await using var db = database.Open();
        var made = Enumerable.Range(0, Many).Select(Of).ToList();
        db.AddRange(made);
        await db.SaveChangesAsync();

        var ids = made.Select(consultation => consultation.Id).ToList();
        Assert.Equal(Many, ids.Distinct().Count());
        Assert.Equal(Many, await db.AuditEntries.CountAsync(entry => entry.Record == nameof(Consultation) && entry.Act == AuditAct.Created && ids.Contains(entry.RecordId)));
        made[7].Value = World.Usd(77, Day);
        db.Remove(made[8]);
        await db.SaveChangesAsync();
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Together_WithANewBuyer_IsSavedAsEver()
    {
        await using var db = database.Open();
        var made = Enumerable.Range(0, Many).Select(Of).ToList();
        made[3].Buyer = new Buyer { Name = "Baru Sekali", Country = "ID" };
        db.AddRange(made);
        await db.SaveChangesAsync();

        Assert.Equal(made[3].Buyer.Id, await db.Consultations.Where(consultation => consultation.Id == made[3].Id).Select(consultation => consultation.BuyerId).SingleAsync());
        await Recorded.AssertTotalsAsync(database);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneThatIsRefused_LeavesNothing(bool isThereAlready)
    {
        await using var db = database.Open();
        var there = Of(1);
        db.Add(there);
        await db.SaveChangesAsync();
        var before = await RowsAsync();
        var made = Enumerable.Range(0, Many).Select(Of).ToList();
        made[^1] = isThereAlready ? Of(2, there.ClientId) : Of(2, participation: 999);
        db.AddRange(made);

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Equal(isThereAlready, db.IsDuplicate(refused));
        Assert.Equal(before, await RowsAsync());
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task DealThatIsRefused_TakesTheConsultationsWithIt()
    {
        await using var db = database.Open();
        var before = await RowsAsync();
        var made = Enumerable.Range(0, Many).Select(Of).ToList();
        made[4].OpenDeal(new StepDraft(DealStage.Pursued, World.Usd(10, Day), made[4].HeldOn, null), new Author(999, "nobody", false, TestDatabase.Start.UtcDateTime), made[4].HeldOn);
        db.AddRange(made);

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Empty(db.ChangeTracker.Entries());
        Assert.Equal(before, await RowsAsync());
        await Recorded.AssertTotalsAsync(database);
    }

    public async Task InitializeAsync() => database = await TestDatabase.CreateWithWorldAsync();

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    /// <summary>Each differs from the one before in what it has and what it lacks.</summary>
    private static Consultation Of(int number) => Of(number, null);

    private static Consultation Of(int number, Guid? clientId = null, long? participation = null) => new()
    {
        ClientId = clientId ?? Guid.CreateVersion7(),
        MissionId = World.Ids.Underway,
        StopId = number % 5 == 0 ? null : World.Ids.BandungStop,
        ParticipationId = participation ?? (number % 2 == 0 ? World.Ids.AUnderway : World.Ids.BUnderway),
        BuyerId = (number % 4) + 1,
        HeldOn = Day.AddDays(number % 2),
        DayUnknown = number % 7 == 0,
        StartsAt = number % 3 == 0 ? null : new TimeOnly(9, number),
        Kind = number % 6 == 0 ? ConsultationKind.Online : ConsultationKind.AtVenue,
        Products = number % 4 == 0 ? null : $"마스크팩 {number}, it's \"{{0}}\" @p1",
        Value = (number % 4) switch
        {
            0 => null,
            1 => World.Usd(number + 0.10m, Day),
            2 => new Valued(new Money(number * 1_000_000m, "IDR"), new FrozenRate(0.0000612345m, Day, "하나은행")),
            _ => new Valued(new Money(number, "EUR"), null),
        },
        Assessment = number % 3 == 0 ? Assessment.CooperationPossible : null,
        Notes = number % 2 == 0 ? new string('가', 4000) : null,
        NextStep = number % 3 == 0 ? $"견적서 {number}" : null,
        NextStepDueOn = number % 3 == 0 ? Day.AddDays(number) : null,
        LoggedByName = "test",
        LoggedAt = TestDatabase.Start.UtcDateTime.AddSeconds(number),
        From = RecordedFrom.Import,
    };

    /// <summary>The rows as they lie in the database, without what is each one's own; those of the world left out.</summary>
    private async Task<List<string>> RowsAsync()
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT * FROM Consultations WHERE Id > 5 ORDER BY Id";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Where(field => reader.GetName(field) is not ("Id" or "ClientId"))
                .Select(field => $"{reader.GetName(field)}: {Convert.ToString(reader.GetValue(field), CultureInfo.InvariantCulture)} {reader.GetFieldType(field).Name}")));
        }

        return rows;
    }
}
