using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Consultations;

/// <summary>The act itself, as imports and phones will use it.</summary>
public sealed class ConsultationRecordingTests
{
    private static ConsultationInput Input(string notes) => new()
    {
        ClientId = Guid.NewGuid(),
        ParticipationId = World.Ids.AUnderway,
        StopId = World.Ids.HanoiStop,
        BuyerId = World.Ids.BuyerHanoi,
        HeldOn = new DateOnly(2026, 11, 5),
        Value = 10m,
        ValueCurrency = "USD",
        Notes = notes,
    };

    [Fact]
    public async Task Record_SameInputByManyAtOnce_MakesOne()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        var input = Input("여럿이 한 번");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RecordAsync(database, input))));

        Assert.Single(outcomes, outcome => !outcome.WasThere);
        Assert.Single(outcomes.Select(outcome => outcome.Id).Distinct());
        await using var db = database.Open();
        Assert.Equal(1, await db.Consultations.CountAsync(consultation => consultation.ClientId == input.ClientId));
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Record_SameMeetingByTwoAtOnce_RecordsOneAndShowsItToTheOther()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => RecordAsync(database, Input($"동시에 {i}")))));

        var recorded = Assert.Single(outcomes, outcome => outcome.Id is not null);
        Assert.All(outcomes.Where(outcome => outcome.Id is null), outcome => Assert.Equal(recorded.Id, Assert.Single(outcome.Same).Id));
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Record_InACallersTransaction_GoesWithIt()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using (var db = database.Open())
        await using (await db.BeginWriteAsync(CancellationToken.None))
        {
            var outcome = await new ConsultationRecording(db).RecordAsync(World.Ids.Underway, Input("되돌림"), RecordedFrom.Import, CancellationToken.None);
            Assert.NotNull(outcome.Id);
        }

        await using var after = database.Open();
        Assert.False(await after.Consultations.AnyAsync(consultation => consultation.Notes == "되돌림"));
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Record_Refused_LeavesNothingOnTheContext()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using var db = database.Open();
        var input = Input("거절") with { BuyerId = null, NewBuyerName = "새 회사", NewBuyerCountry = "VN", HeldOn = new DateOnly(2027, 1, 1) };

        var outcome = await new ConsultationRecording(db).RecordAsync(World.Ids.Underway, input, RecordedFrom.PhoneOffline, CancellationToken.None);

        Assert.Equal([nameof(ConsultationInput.HeldOn)], outcome.Problems.Select(problem => problem.Field));
        Assert.Empty(db.ChangeTracker.Entries());
    }

    [Theory]
    [InlineData(MissionStatus.Closed)]
    [InlineData(MissionStatus.Cancelled)]
    public async Task Record_MissionThatIsOver_IsRefused(MissionStatus status)
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using var db = database.Open();
        var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway);
        if (status == MissionStatus.Closed)
        {
            await World.CloseAsync(db, mission);
        }
        else
        {
            mission.ChangeStatus(status, "끝", null, "시험", TestDatabase.Start.UtcDateTime);
            await db.SaveChangesAsync();
        }

        var outcome = await RecordAsync(database, Input("끝난 뒤"));

        Assert.Equal("", Assert.Single(outcome.Problems).Field);
    }

    [Fact]
    public async Task Record_UnknownMissionBuyerOrCompany_IsRefused()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using var db = database.Open();
        var recording = new ConsultationRecording(db);

        var mission = await recording.RecordAsync(99_999, Input("어디"), RecordedFrom.Import, CancellationToken.None);
        var others = await recording.RecordAsync(
            World.Ids.Underway, Input("누구") with { BuyerId = 99_999, ParticipationId = 99_999, StopId = 99_999 }, RecordedFrom.Import, CancellationToken.None);

        Assert.Equal([""], mission.Problems.Select(problem => problem.Field));
        Assert.Equal(["BuyerId", "ParticipationId", "StopId"], others.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2026-11-05", 0, 0)]
    [InlineData("2026-11-06", 0, 0)]
    [InlineData("2026-11-04", 0, 1)]
    [InlineData("2026-10-29", 0, 1)]
    [InlineData("2026-11-13", 0, 1)]
    [InlineData("2026-10-28", 1, 0)]
    [InlineData("2026-11-14", 1, 0)]
    public async Task Record_DayAgainstTheStop_WarnsNearAndRefusesBeyond(string day, int problems, int warnings)
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();

        var outcome = await RecordAsync(database, Input("날짜") with { HeldOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Equal((problems, warnings), (outcome.Problems.Count, outcome.Warnings.Count));
    }

    [Fact]
    public async Task Record_WithoutAStop_GoesByTheMissionsDates()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();

        Assert.Empty((await RecordAsync(database, Input("곳 모름") with { StopId = null, HeldOn = new DateOnly(2026, 11, 2) })).Warnings);
        Assert.NotEmpty((await RecordAsync(database, Input("곳 모름") with { StopId = null, HeldOn = new DateOnly(2026, 11, 14) })).Problems);
    }

    [Fact]
    public async Task Record_Rate_IsTheLatestNotLaterThanTheDay()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using (var db = database.Open())
        {
            db.ExchangeRates.Add(new ExchangeRate { Currency = "KRW", Against = "USD", On = new DateOnly(2026, 11, 5), Quoted = 0.08m, Per = 100, Source = "당일" });
            db.ExchangeRates.Add(new ExchangeRate { Currency = "KRW", Against = "USD", On = new DateOnly(2026, 11, 6), Quoted = 9m, Source = "다음 날" });
            db.ExchangeRates.Add(new ExchangeRate { Currency = "KRW", Against = "EUR", On = new DateOnly(2026, 11, 5), Quoted = 9m, Source = "다른 기준" });
            await db.SaveChangesAsync();
        }

        var outcome = await RecordAsync(database, Input("환율") with { Value = 1_000m, ValueCurrency = "KRW" });

        await using var after = database.Open();
        var value = (await after.Consultations.SingleAsync(consultation => consultation.Id == outcome.Id)).Value!;
        Assert.Equal((0.0008m, new DateOnly(2026, 11, 5), "당일", 0.8m), (value.Rate, value.RateOn, value.RateSource, value.BaseAmount));
    }

    [Fact]
    public async Task Record_ValueThatNoColumnHoldsInTheBaseCurrency_IsRefused()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using (var db = database.Open())
        {
            db.ExchangeRates.Add(new ExchangeRate { Currency = "KWD", Against = "USD", On = new DateOnly(2026, 11, 1), Quoted = 20_000m, Source = "잘못 적은 환율" });
            await db.SaveChangesAsync();
        }

        var outcome = await RecordAsync(database, Input("너무 큼") with { Value = Money.Largest, ValueCurrency = "KWD" });

        Assert.Equal(nameof(ConsultationInput.Value), Assert.Single(outcome.Problems).Field);
    }

    [Fact]
    public async Task Correct_RecordWhoseDayIsUnknown_KeepsItUnknownUntilADayIsSaid()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using var db = database.Open();
        var made = await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithSaigon);
        (made.DayUnknown, made.HeldOn) = (true, new DateOnly(2026, 1, 1));
        await db.SaveChangesAsync();
        var input = Input("날 모름") with { BuyerId = World.Ids.BuyerSaigon, HeldOn = made.HeldOn };
        var recording = new ConsultationRecording(db);

        var outcome = await recording.CorrectAsync(made, input, CancellationToken.None);
        Assert.Empty(outcome.Problems);
        Assert.True(made.DayUnknown);

        await recording.CorrectAsync(made, input with { HeldOn = new DateOnly(2026, 11, 6) }, CancellationToken.None);
        Assert.False(made.DayUnknown);
    }

    [Fact]
    public async Task Correct_RecordThatSomebodyElseChanged_ThrowsAndChangesNothing()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using var mine = database.Open();
        var made = await mine.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.BWithHanoi);
        await using (var theirs = database.Open())
        {
            (await theirs.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.BWithHanoi)).Notes = "먼저";
            await theirs.SaveChangesAsync();
        }

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => new ConsultationRecording(mine).CorrectAsync(made, Input("나중"), CancellationToken.None));

        await using var db = database.Open();
        Assert.Equal("먼저", (await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.BWithHanoi)).Notes);
        await Recorded.AssertTotalsAsync(database);
    }

    private static async Task<RecordingOutcome> RecordAsync(TestDatabase database, ConsultationInput input)
    {
        await using var db = database.Open();
        return await new ConsultationRecording(db).RecordAsync(World.Ids.Underway, input, RecordedFrom.Page, CancellationToken.None);
    }
}
