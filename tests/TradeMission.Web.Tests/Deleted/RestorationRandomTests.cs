using CsCheck;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deleted;

/// <summary>Whatever is deleted and restored, in whatever order: all is as it was, but versions and the audit trail; ids too where the database lets them.</summary>
public sealed class RestorationRandomTests
{
    private static readonly Gen<string> Names = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 99], (name, number) => $"{new[] { "이름", "<b>&\"'", "Ünïcode ½", "가\u0301 🙂", "x" }[name]} {number}");

    private static readonly Gen<Valued?> Values = Gen.Select(Gen.Int[0, 2], Gen.Long[0, 1_000_000_000], (kind, cents) => kind switch
    {
        0 => null,
        1 => new Valued(new Money(cents / 100m, "USD"), FrozenRate.Same(new DateOnly(2026, 11, 2))),
        _ => new Valued(new Money(cents, "KRW"), new FrozenRate(0.0007512345m, new DateOnly(2026, 10, 30), "한국은행")),
    });

    private static readonly Gen<(string Name, Valued? Value, int[] Picks)> Cases = Gen.Select(Names, Values, Gen.Int[0, 999].Array[1, 8]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DeletedAndRestored_AllIsAsBefore(bool keepsIds)
    {
        var met = new HashSet<Type>();
        await Cases.SampleAsync(
            async one =>
            {
                await using var database = await TestDatabase.CreateWithWorldAsync();
                await ExtendAsync(database, one.Name, one.Value);
                await using var db = database.Open();
                var before = await Everything.OfAsync(db);
                var deleted = new Stack<long>();
                foreach (var pick in one.Picks)
                {
                    if (await DeletedAsync(database, pick) is var (type, kept))
                    {
                        deleted.Push(kept);
                        met.Add(type);
                        await Recorded.AssertTotalsAsync(database);
                    }
                }

                var was = new Dictionary<(Type, long), long>();
                while (deleted.TryPop(out var id))
                {
                    await RestoreAsync(database, id, keepsIds, was);
                    await Recorded.AssertTotalsAsync(database);
                }

                Assert.Equal(before, await Everything.OfAsync(db, was));
                Assert.Empty(await new TotalsCheck(db).FindAsync());
            },
            iter: 25,
            threads: 1);

        // Kinds that the cases hardly ever leave out; every kind that exists is one of these, or has a reason not to be.
        await using var empty = await TestDatabase.CreateAsync();
        await using var model = empty.Open();
        var kinds = model.Model.GetEntityTypes().Select(type => type.ClrType)
            .Where(type => typeof(Entity).IsAssignableFrom(type) && !AuditTrail.Exempt.Contains(type) && !Deletions.Lasting.Contains(type) && !Deletions.NeverAlone.Contains(type)).ToHashSet();
        Assert.Equal(13, kinds.Count);
        Assert.Empty(met.Except(kinds));
        Assert.True(met.Count > 9, $"Only {string.Join(", ", met.Select(type => type.Name))} were deleted.");
    }

    private static async Task ExtendAsync(TestDatabase database, string name, Valued? value)
    {
        await using var db = database.Open();
        var mission = World.NewMission("TM-2027-001", name, "New", new DateOnly(2027, 1, 4), new DateOnly(2027, 1, 8), "ASEAN");
        mission.HostWith([World.Ids.Bandung]);
        db.Add(mission);
        await db.SaveChangesAsync();
        db.Add(new StatedTotal { MissionId = mission.Id, Figure = StatedFigure.ConsultationValue, Amount = 1, AsPrinted = name, Source = "x", StatedOn = new DateOnly(2027, 1, 9) });
        var stop = new Stop { MissionId = World.Ids.Underway, CityKo = name, CityEn = "Lost", Country = "ID", TimeZone = "Asia/Jakarta" };
        db.Add(stop);
        var company = new Company { NameKo = name, RegistrationNumber = "2208162517", Notes = name };
        db.Add(company);
        var city = new SisterCity { NameKo = name, NameEn = "Gone", Country = "VN" };
        db.Add(city);
        await db.SaveChangesAsync();
        db.Add(new HostSupport { StopId = stop.Id, Kind = SupportKind.Vehicle, Description = name, Quantity = 1.5m, UnitPrice = 2, Value = value });
        db.Add(new Product { CompanyId = company.Id, NameKo = name, HsCode = "330499" });
        db.Add(new Contact { CompanyId = company.Id, Name = name });
        db.Add(new Contact { SisterCityId = city.Id, Name = name });
        db.Add(new Contact { BuyerId = World.Ids.BuyerBlocked, Name = name });
        db.Add(new Participation { MissionId = World.Ids.Underway, CompanyId = company.Id, OwnContribution = 12.34m });
        db.Add(new Consultation
        {
            ClientId = Guid.CreateVersion7(),
            MissionId = World.Ids.Underway,
            StopId = World.Ids.BandungStop,
            ParticipationId = World.Ids.AUnderway,
            BuyerId = World.Ids.BuyerHanoi,
            HeldOn = new DateOnly(2026, 11, 3),
            StartsAt = new TimeOnly(9, 5),
            Value = value,
            Notes = name,
            LoggedByName = "test",
            LoggedAt = TestDatabase.Start.UtcDateTime,
        });
        await db.SaveChangesAsync();
    }

    /// <summary>Deletes the record of this number among all, with its parts, as pages do; null where something hangs on it.</summary>
    private static async Task<(Type Type, long Kept)?> DeletedAsync(TestDatabase database, int pick)
    {
        await using var db = database.Open();
        var kinds = new IQueryable<Entity>[]
        {
            db.Missions, db.Stops, db.HostSupports, db.Participations, db.StatedTotals, db.Companies, db.Products, db.Contacts, db.SisterCities, db.Exchanges, db.Buyers, db.Consultations, db.ExchangeRates,
        };
        var all = await kinds[pick % kinds.Length].ToListAsync();
        if (all.Count == 0)
        {
            return null;
        }

        // Nothing of a closed mission is deleted.
        var record = all[^(1 + (pick / kinds.Length % all.Count))];
        if ((record as IPartOf)?.Wholes.Contains((typeof(Mission), World.Ids.Closed)) == true)
        {
            return null;
        }

        var id = record.Id;
        var type = record.GetType();
        db.ChangeTracker.Clear();
        record = (Entity)(await db.FindAsync(type, id))!;
        foreach (var parts in db.Entry(record).Collections.Where(parts => ((Microsoft.EntityFrameworkCore.Metadata.INavigation)parts.Metadata).ForeignKey.DeleteBehavior == DeleteBehavior.ClientCascade))
        {
            await parts.LoadAsync();
        }

        db.Remove(record);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception wrong) when (wrong is DbUpdateException or InvalidOperationException)
        {
            return null;
        }

        return (type, db.LastDeletion!.Value);
    }

    private static async Task RestoreAsync(TestDatabase database, long id, bool keepsIds, Dictionary<(Type, long), long> was)
    {
        await using var db = database.Open();
        var deleted = await db.DeletedRecords.SingleAsync(deleted => deleted.Id == id);
        var restoration = new Restoration(db, keepsIds);
        var outcome = await restoration.RestoreAsync(deleted, "test", CancellationToken.None);

        Assert.Null(outcome.Refusal);
        Assert.Equal(keepsIds, outcome.Record!.Id == deleted.RecordId);
        Assert.Equal(outcome.Record.Id, deleted.RestoredAs);
        foreach (var ((record, before), now) in restoration.Ids)
        {
            var type = db.Model.GetEntityTypes().Single(type => AuditTrail.NameOf(type.ClrType) == record).ClrType;
            was[(type, now)] = was.GetValueOrDefault((type, before), before);
        }
    }
}
