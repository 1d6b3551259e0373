using CsCheck;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

public sealed class TotalsRandomTests
{
    private static readonly DateOnly Day = new(2026, 11, 3);

    private static readonly (long Mission, long?[] Stops, long[] Participations)[] Missions =
    [
        (World.Ids.Underway, [World.Ids.BandungStop, World.Ids.HanoiStop, null], [World.Ids.AUnderway, World.Ids.BUnderway]),
        (World.Ids.Closed, [World.Ids.TokyoStop, null], [World.Ids.AClosed]),
    ];

    /// <summary>No figure, one in the base currency, one at a rate of ten decimals, or one whose rate is missing.</summary>
    private static readonly Gen<Valued?> Figure = Gen.Select(Gen.Int[0, 3], Gen.Long[0, 100_000_000_000], Gen.Long[1, 99_999_999_999], (kind, cents, rate) => kind switch
    {
        0 => null,
        1 => World.Usd(cents / 100m, Day),
        2 => new Valued(new Money(cents / 100m, "EUR"), new FrozenRate(rate / 10_000_000_000m, Day, "test")),
        _ => new Valued(new Money(cents, "KRW"), null),
    });

    private static readonly Gen<Operation> Operations = Gen.Select(
        Gen.Enum<Act>(), Gen.Int[0, 1000], Gen.Int[0, 1], Gen.Int[0, 1000], Gen.Long[1, 4], Figure, Figure, (act, record, mission, place, buyer, value, pursued) =>
            new Operation(act, record, mission, place, buyer, value, pursued));

    /// <summary>Some operations to a save, some saves to a run: they meet in one change tracker as well as one after another.</summary>
    private static readonly Gen<Operation[][]> Saves = Operations.Array[1, 5].Array[1, 12];

    [Fact]
    public Task AnyOperations_StoredTotalsAreTheSumOfTheRecords() => Saves.SampleAsync(
        async saves =>
        {
            await using var database = await TestDatabase.CreateWithWorldAsync();
            foreach (var save in saves)
            {
                await using var db = database.Open();
                var records = await db.Consultations.OrderBy(consultation => consultation.Id).ToListAsync();
                foreach (var operation in save)
                {
                    Do(db, records, operation);
                }

                await db.SaveChangesAsync();
                await Recorded.AssertTotalsAsync(database);
            }

            await using var check = database.Open();
            Assert.Empty(await new TotalsCheck(check).FindAsync());
        },
        iter: 60,
        threads: 1,
        print: saves => string.Join(Environment.NewLine, saves.Select(save => string.Join("; ", save.Select(operation => operation.ToString())))));

    private static void Do(TradeDbContext db, List<Consultation> records, Operation operation)
    {
        if (operation.Act == Act.Add || records.Count == 0)
        {
            var (mission, stops, participations) = Missions[operation.Mission];
            var made = new Consultation
            {
                ClientId = Guid.CreateVersion7(),
                MissionId = mission,
                StopId = stops[operation.Place % stops.Length],
                ParticipationId = participations[operation.Place % participations.Length],
                BuyerId = operation.Buyer,
                HeldOn = Day,
                Value = operation.Value,
                Pursued = operation.Pursued,
                LoggedByName = "test",
                LoggedAt = TestDatabase.Start.UtcDateTime,
            };
            db.Add(made);
            records.Add(made);
            return;
        }

        var record = records[operation.Record % records.Count];
        var home = Missions.Single(known => known.Mission == record.MissionId);
        switch (operation.Act)
        {
            case Act.ChangeFigures:
                record.Value = operation.Value;
                record.Pursued = operation.Pursued;
                break;
            case Act.ChangeStop:
                record.StopId = home.Stops[operation.Place % home.Stops.Length];
                break;
            case Act.ChangeCompany:
                record.ParticipationId = home.Participations[operation.Place % home.Participations.Length];
                break;
            case Act.ChangeBuyer:
                record.BuyerId = operation.Buyer;
                break;
            case Act.ChangeNotes:
                record.Notes = $"{operation.Record}";
                break;
            case Act.Delete:
                db.Remove(record);
                records.Remove(record);
                break;
        }
    }

    private enum Act
    {
        Add,
        ChangeFigures,
        ChangeStop,
        ChangeCompany,
        ChangeBuyer,
        ChangeNotes,
        Delete,
    }

    private sealed record Operation(Act Act, int Record, int Mission, int Place, long Buyer, Valued? Value, Valued? Pursued);
}
