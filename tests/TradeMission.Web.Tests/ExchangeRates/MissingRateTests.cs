using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.ExchangeRates;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.ExchangeRates;

/// <summary>Amounts that were recorded without a rate get theirs once the table has it.</summary>
public sealed class MissingRateTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Post_RateThatCameLate_IsFrozenOnTheRecordMovesTheTotalsAndSaysWhy()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var before = await administrator.GetPageAsync("/admin/rates");
        Assert.Contains("IDR USD 1 –", before.Texts("tbody tr")[0], StringComparison.Ordinal);
        Assert.Null(before.Document.QuerySelector("form[action$=application]"));

        await AddRateAsync("IDR", new DateOnly(2026, 11, 4), 9m);
        Assert.Null((await administrator.GetPageAsync("/admin/rates")).Document.QuerySelector("form[action$=application]"));
        await AddRateAsync("IDR", new DateOnly(2026, 11, 1), 0.0000625m);
        var after = await administrator.SubmitAsync(await administrator.GetPageAsync("/admin/rates"), form: "form[action$=application]");

        Assert.Contains("금액 1건에 적용했습니다", after.Text, StringComparison.Ordinal);
        Assert.Contains("합계에서 뺀 금액이 없습니다", after.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        var value = (await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.BWithNusantara)).Value!;
        Assert.Equal((0.0000625m, new DateOnly(2026, 11, 1), 3_125m), (value.Rate, value.RateOn, value.BaseAmount));
        var total = await db.MissionTotals.SingleAsync(total => total.Scope == TotalScope.Mission && total.ScopeId == World.Ids.Underway);
        Assert.Equal((612_875m, 0), (total.ConsultationValue, total.ConsultationValuesWithoutRate));
        var entry = await db.AuditEntries.SingleAsync(entry => entry.Record == "Consultation" && entry.RecordId == World.Ids.BWithNusantara && entry.Act == AuditAct.Changed);
        Assert.Equal(("관리자", "환율 없는 기록에 나중에 등록한 환율을 적용함"), (entry.ActorName, entry.Reason));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Apply_GivesEveryAmountTheRateOfItsOwnDayAndLeavesTheOthers()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using (var db = database.Open())
        {
            var consultation = await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.BWithHanoi);
            consultation.Value = new Valued(new Money(100m, "VND"), null);
            World.Pursue(consultation, new Valued(new Money(50m, "IDR"), null));
            db.HostSupports.Add(new HostSupport { StopId = World.Ids.HanoiStop, Kind = SupportKind.Vehicle, Description = "버스", Value = new Valued(new Money(1_000m, "IDR"), null) });
            foreach (var (day, quoted) in new[] { (1, 0.1m), (4, 0.2m), (6, 0.3m) })
            {
                db.ExchangeRates.Add(new ExchangeRate { Currency = "IDR", Against = "USD", On = new DateOnly(2026, 11, day), Quoted = quoted, Source = "시험" });
            }

            await db.SaveChangesAsync();
        }

        await using (var db = database.Open())
        {
            var missing = new MissingRates(db);
            Assert.Equal([("IDR", 3, 3), ("VND", 1, 0)], (await missing.CountAsync(CancellationToken.None)).Select(row => (row.Currency, row.Amounts, row.Applicable)));
            Assert.Equal(3, await missing.ApplyAsync("늦은 환율", CancellationToken.None));
            Assert.Equal([("VND", 1, 0)], (await missing.CountAsync(CancellationToken.None)).Select(row => (row.Currency, row.Amounts, row.Applicable)));
        }

        await using var after = database.Open();
        Assert.Equal(0.1m, (await after.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.BWithNusantara)).Value!.Rate);
        Assert.Equal(0.3m, (await after.DealSteps.SingleAsync(step => step.Deal.ConsultationId == World.Ids.BWithHanoi)).Value!.Rate);
        Assert.Null((await after.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.BWithHanoi)).Value!.Rate);
        Assert.Equal(0.2m, (await after.HostSupports.SingleAsync(support => support.Description == "버스")).Value!.Rate);
        Assert.Equal(0.00075m, (await after.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithSaigon)).Value!.Rate);
        await Recorded.AssertTotalsAsync(database);
    }

    private async Task AddRateAsync(string currency, DateOnly on, decimal quoted)
    {
        await using var db = portal.Open();
        db.ExchangeRates.Add(new ExchangeRate { Currency = currency, Against = "USD", On = on, Quoted = quoted, Source = "시험" });
        await db.SaveChangesAsync();
    }
}
