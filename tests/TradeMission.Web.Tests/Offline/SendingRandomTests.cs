using CsCheck;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Features.Offline;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Offline;

public sealed class SendingRandomTests
{
    private const int Sends = 1000;

    /// <summary>Which of a few records is sent, a thousand times, and how many are under way at once.</summary>
    private static readonly Gen<(int[] Order, int Overlap)> Traffic = Gen.Select(Gen.Int[0, 2].Array[Sends], Gen.Int[2, 24], (order, overlap) => (order, overlap));

    [Fact]
    public Task SentAThousandTimesInAnyOrderAndOverlap_IsRecordedOnce() => Traffic.SampleAsync(
        async traffic =>
        {
            await using var database = await TestDatabase.CreateWithWorldAsync();
            var records = Enumerable.Range(0, 3).Select(Record).ToList();
            var ids = new HashSet<(int, long?)>();
            foreach (var wave in traffic.Order.Chunk(traffic.Overlap))
            {
                var outcomes = await Task.WhenAll(wave.Select(which => Task.Run(async () => (which, (await SendAsync(database, records[which])).Id))));
                ids.UnionWith(outcomes.Select(outcome => (outcome.which, outcome.Id)));
            }

            Assert.DoesNotContain(ids, answer => answer.Item2 is null);
            Assert.Equal(traffic.Order.Distinct().Count(), ids.Count);
            await using var db = database.Open();
            var stored = await db.Consultations.Where(one => one.From == RecordedFrom.PhoneOffline).Select(one => one.Id).ToListAsync();
            Assert.Equal(ids.Count, stored.Count);
            Assert.Equal(ids.Count, await db.AuditEntries.CountAsync(entry => entry.Record == "Consultation" && stored.Contains(entry.RecordId)));
            Assert.Equal(ids.Count, await db.Deals.CountAsync(deal => stored.Contains(deal.ConsultationId)));
            await Recorded.AssertTotalsAsync(database);
        },
        iter: 2, threads: 1);

    /// <summary>A later body corrects; an earlier one that arrives again, whenever, changes nothing any more.</summary>
    [Fact]
    public Task SentAgainAfterACorrection_TheCorrectionStands() => Gen.Int[0, 1].Array[1, 40].SampleAsync(
        async late =>
        {
            await using var database = await TestDatabase.CreateWithWorldAsync();
            var first = Record(0);
            await SendAsync(database, first);
            var corrected = first with { Value = 77m, Pursued = null, PursuedCurrency = null, Version = 0 };
            await SendAsync(database, corrected);

            foreach (var which in late)
            {
                Assert.NotNull((await SendAsync(database, which == 0 ? first : corrected)).Id);
            }

            await using var db = database.Open();
            Assert.Equal(77m, (await db.Consultations.SingleAsync(one => one.ClientId == first.ClientId)).Value!.Amount);
            await Recorded.AssertTotalsAsync(database);
        },
        iter: 20, threads: 1);

    private static SentConsultation Record(int number) => new()
    {
        ClientId = Guid.NewGuid(),
        MissionId = World.Ids.Underway,
        ParticipationId = World.Ids.AUnderway,
        StopId = World.Ids.HanoiStop,
        BuyerId = World.Ids.BuyerHanoi,
        HeldOn = new DateOnly(2026, 11, 5),
        Value = 1000.25m + number,
        ValueCurrency = "USD",
        Pursued = 200m,
        PursuedCurrency = "USD",
        Notes = $"기록 {number}",
        ConfirmDuplicate = true,
    };

    private static async Task<SendingOutcome> SendAsync(TestDatabase database, SentConsultation sent)
    {
        await using var db = database.Open(new Actor(2, "김담당", null));
        return await new ConsultationSending(db, new ConsultationRecording(db)).SendAsync(sent, CancellationToken.None);
    }
}
