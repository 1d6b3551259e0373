using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Consultations;

/// <summary>What a list adds up to from stored totals is what its rows add up to, in each currency.</summary>
public sealed class ConsultationSumTests
{
    private static readonly DateOnly Day = new(2026, 11, 4);

    [Fact]
    public async Task Sums_OfStoredTotals_AreThoseOfTheRecords()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await AddMissionInWonAsync(database);
        await using var db = database.Open();
        var currencies = new HashSet<string>();
        foreach (var mission in new long?[] { null, World.Ids.Underway, World.Ids.Closed, 3, 4711 })
        {
            foreach (var (stop, company) in new (long?, long?)[] { (null, null), (World.Ids.BandungStop, null), (World.Ids.HanoiStop, null), (4, null), (4711, null), (null, World.Ids.CompanyA), (null, World.Ids.CompanyB), (null, 4711) })
            {
                var search = new ConsultationSearch { Mission = mission, Stop = stop, Company = company };
                var stored = (await search.SumsAsync(db, Day, CancellationToken.None)).Where(sum => sum.Consultations > 0).ToList();
                var added = await ConsultationSum.OfAsync(search.Consultations(db, Day), CancellationToken.None);

                Assert.Equal(added.Select(sum => sum with { Buyers = null }), stored.Select(sum => sum with { Buyers = null }));
                Assert.All(stored.Zip(added), pair => Assert.Equal(pair.First.Buyers ?? pair.Second.Buyers, pair.Second.Buyers));
                Assert.True(mission is null || stored.All(sum => sum.Buyers is not null));
                currencies.UnionWith(stored.Select(sum => sum.Currency));
            }
        }

        Assert.Equal(["KRW", "USD"], currencies.Order());
    }

    /// <summary>Mission 3 with stop 4: three consultations with two buyers, one of them without its rate.</summary>
    private static async Task AddMissionInWonAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var mission = new Mission
        {
            Reference = "TM-2026-009",
            TitleKo = "2026 국내 상담회",
            TitleEn = "Domestic Meetings 2026",
            StartsOn = Day,
            EndsOn = Day,
            Region = "국내",
            LeadOrganisation = "수원시 기업지원과",
            BaseCurrency = "KRW",
        };
        db.Add(mission);
        await db.SaveChangesAsync();
        var stop = new Stop { MissionId = mission.Id, CityKo = "서울", CityEn = "Seoul", Country = "KR", TimeZone = "Asia/Seoul" };
        var participation = new Participation { MissionId = mission.Id, CompanyId = World.Ids.CompanyA };
        db.AddRange(stop, participation);
        await db.SaveChangesAsync();
        Assert.Equal((3, 4), (mission.Id, stop.Id));
        db.AddRange(
            Held(World.Ids.BuyerSaigon, new Valued(new Money(12_345_678m, "KRW"), FrozenRate.Same(Day))),
            Held(World.Ids.BuyerSaigon, new Valued(new Money(0.01m, "USD"), new FrozenRate(1_375.1234567891m, Day, "test"))),
            Held(World.Ids.BuyerHanoi, new Valued(new Money(1_000m, "IDR"), null)));
        await db.SaveChangesAsync();

        Consultation Held(long buyer, Valued value) => new()
        {
            ClientId = Guid.CreateVersion7(),
            MissionId = mission.Id,
            StopId = stop.Id,
            ParticipationId = participation.Id,
            BuyerId = buyer,
            HeldOn = Day,
            Value = value,
            LoggedByName = "test",
            LoggedAt = TestDatabase.Start.UtcDateTime,
        };
    }
}
