using CsCheck;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

public sealed class TotalsRandomTests
{
    private static readonly DateOnly Day = new(2026, 11, 3);
    private static readonly DateOnly Today = new(2026, 11, 20);

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

    /// <summary>Any stage on one of a few days, with or without an amount; most that are refused are refused for what stands already.</summary>
    private static readonly Gen<StepDraft?> Drafts = Gen.Select(Gen.Enum<DealStage>(), Figure, Gen.Int[0, 4], Gen.Bool, (stage, value, days, revives) =>
        (StepDraft?)new StepDraft(stage, stage.IsExit() ? null : value, Day.AddDays(days), Reason: "test", Revives: revives));

    private static readonly Gen<Operation> Operations = Gen.Select(
        Gen.Enum<Act>(), Gen.Int[0, 1000], Gen.Int[0, 1], Gen.Int[0, 1000], Gen.Long[1, 4], Figure, Drafts, (act, record, mission, place, buyer, value, draft) =>
            new Operation(act, record, mission, place, buyer, value, draft));

    /// <summary>Few or many operations to a save, 200 to a run: they meet in one change tracker as well as one after another.</summary>
    private static readonly Gen<Operation[][]> Saves = Gen.Select(Operations.Array[200], Gen.OneOf(Gen.Int[1, 5], Gen.Int[10, 40]).Array[200], Cut);

    /// <summary>One save each of four writers that read the records before any of the others has saved.</summary>
    private static readonly Gen<Operation[][][]> Rounds = Operations.Array[1, 8].Array[4].Array[15];

    /// <summary>12,000 operations.</summary>
    [Fact]
    public Task AnyOperations_StoredTotalsAreTheSumOfTheRecords() => Saves.SampleAsync(
        async saves =>
        {
            await using var database = await TestDatabase.CreateWithWorldAsync();
            foreach (var save in saves)
            {
                await using var db = database.Open();
                var records = await ReadAsync(db);
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
        print: Print);

    /// <summary>What one writer has changed the others may no longer save; whatever they save or lose, totals are what the records add up to.</summary>
    [Fact]
    public Task AnyOperations_OfSeveralAtOnce_StoredTotalsAreTheSumOfTheRecords() => Rounds.SampleAsync(
        async rounds =>
        {
            await using var database = await TestDatabase.CreateWithWorldAsync();
            foreach (var round in rounds)
            {
                var writers = new List<TradeDbContext>();
                foreach (var operations in round)
                {
                    var db = database.Open();
                    writers.Add(db);
                    var records = await ReadAsync(db);
                    foreach (var operation in operations)
                    {
                        Do(db, records, operation);
                    }
                }

                var saved = await Task.WhenAll(writers.Select(db => Task.Run(() => SavedAsync(db))));

                Assert.Contains(true, saved);
                await Recorded.AssertTotalsAsync(database);
            }

            await using var check = database.Open();
            Assert.Empty(await new TotalsCheck(check).FindAsync());
        },
        iter: 12,
        threads: 1,
        print: rounds => string.Join(Environment.NewLine + Environment.NewLine, rounds.Select(Print)));

    private static async Task<bool> SavedAsync(TradeDbContext db)
    {
        await using (db)
        {
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateException)
            {
                return false;
            }
        }
    }

    private static Task<List<Consultation>> ReadAsync(TradeDbContext db) => db.Consultations
        .Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps).ThenInclude(step => step.Evidence)
        .AsSplitQuery().OrderBy(consultation => consultation.Id).ToListAsync();

    private static Operation[][] Cut(Operation[] operations, int[] lengths)
    {
        var saves = new List<Operation[]>();
        for (var from = 0; from < operations.Length; from += lengths[saves.Count - 1])
        {
            saves.Add([.. operations.Skip(from).Take(lengths[saves.Count])]);
        }

        return [.. saves];
    }

    private static string Print(Operation[][] saves) => string.Join(Environment.NewLine, saves.Select(save => string.Join("; ", save.Select(operation => operation.ToString()))));

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
                LoggedByName = "test",
                LoggedAt = TestDatabase.Start.UtcDateTime,
            };
            Open(made, operation);
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
            case Act.Answer:
                if (record.Value is not null)
                {
                    record.Take((FigureState)(operation.Place % 4));
                }

                break;
            case Act.OpenDeal:
                Open(record, operation);
                break;
            case Act.AddStep or Act.CorrectStep:
                Climb(record, operation);
                break;
            case Act.WithdrawStep or Act.AnswerStep or Act.AttachFile or Act.DetachFile or Act.RateStep:
                ChangeStep(record, operation);
                break;
            case Act.Delete when Parts(record).All(part => part.Id != 0):
                foreach (var gone in Parts(record).ToList())
                {
                    db.Entry(gone).State = EntityState.Deleted;
                }

                records.Remove(record);
                break;
        }
    }

    /// <summary>What goes with a consultation, the smallest first, and itself.</summary>
    private static IEnumerable<Entity> Parts(Consultation record) =>
        record.Deals.SelectMany(deal => deal.Steps).SelectMany(step => step.Evidence).Concat<Entity>(record.Deals.SelectMany(deal => deal.Steps)).Concat(record.Deals).Append(record);

    private static void Open(Consultation record, Operation operation)
    {
        if (operation.Draft is { } draft && Deal.Refusal(record, draft, Today) is null)
        {
            record.OpenDeal(draft, By(operation), Today);
        }
    }

    private static void Climb(Consultation record, Operation operation)
    {
        if (operation.Draft is not { } draft || record.Deals.Count == 0)
        {
            return;
        }

        var deal = record.Deals[operation.Place % record.Deals.Count];
        var standing = deal.Standing.ToList();
        var wrong = operation.Act == Act.CorrectStep && standing.Count > 0 ? standing[operation.Place % standing.Count] : null;
        if (deal.Refusal(draft, wrong, Today) is not null)
        {
            return;
        }

        if (wrong is null)
        {
            deal.Add(draft, By(operation), Today);
        }
        else
        {
            deal.Correct(wrong, draft, By(operation), Today);
        }
    }

    private static void ChangeStep(Consultation record, Operation operation)
    {
        if (record.Deals.Count == 0 || record.Deals[operation.Place % record.Deals.Count] is not { } deal || deal.Standing.ToList() is not { Count: > 0 } standing)
        {
            return;
        }

        var step = standing[operation.Place % standing.Count];
        switch (operation.Act)
        {
            case Act.WithdrawStep when deal.WithdrawalRefusal(step, "test") is null:
                deal.Withdraw(step, "test", By(operation), Today);
                break;
            case Act.AnswerStep when step.Value is not null:
                deal.Take(step, (FigureState)(operation.Record % 4));
                break;
            case Act.AttachFile when step.Value is not null:
                deal.Attach(step, World.File(step));
                break;
            case Act.DetachFile when step.Evidence.Count > 0:
                deal.Detach(step, step.Evidence[0]);
                break;
            case Act.RateStep when step.Value is { Rate: null }:
                deal.Rate(step, new FrozenRate(0.00073m, Day, "late"));
                break;
        }
    }

    private static Author By(Operation operation) => new(null, "test", operation.Record % 3 == 0, TestDatabase.Start.UtcDateTime);

    private enum Act
    {
        Add,
        ChangeFigures,
        ChangeStop,
        ChangeCompany,
        ChangeBuyer,
        ChangeNotes,
        Answer,
        OpenDeal,
        AddStep,
        CorrectStep,
        WithdrawStep,
        AnswerStep,
        AttachFile,
        DetachFile,
        RateStep,
        Delete,
    }

    private sealed record Operation(Act Act, int Record, int Mission, int Place, long Buyer, Valued? Value, StepDraft? Draft);
}
