using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Consultations;

public sealed class ConsultationEditTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_ShowsWhatIsStored()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var form = await officer.GetPageAsync($"/consultations/{World.Ids.AWithNusantara}/edit");

        Assert.Equal(
            ("PT Nusantara Retail", "600,000", "견적서 발송"),
            (form.Field("[name=BuyerName]").Value, form.Field("[name=Value]").Value, form.Field("[name=NextStep]").Value));
        Assert.Empty(form.Document.QuerySelectorAll("[name=Pursued]"));
        Assert.Equal("usd", form.Document.QuerySelector("[name=AmountUnit][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Post_Amounts_MovesTheTotalsByTheDifference()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var id = await MakeAsync(World.Ids.BuyerEdo, new DateOnly(2026, 11, 2), World.Usd(1_000m, new DateOnly(2026, 11, 2)));
        var before = await Entry.TotalAsync(portal, TotalScope.Mission, World.Ids.Underway);

        var saved = await officer.SubmitAsync(
            await officer.GetPageAsync($"/consultations/{id}/edit"),
            new() { ["Value"] = "1,000.25", ["StopId"] = "", ["ParticipationId"] = $"{World.Ids.BUnderway}" });

        Assert.Equal($"/consultations/{id}", saved.Address.AbsolutePath);
        var now = await Entry.TotalAsync(portal, TotalScope.Mission, World.Ids.Underway);
        Assert.Equal((before.Consultations, before.ConsultationValue + 0.25m, before.ContractValue), (now.Consultations, now.ConsultationValue, now.ContractValue));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Post_Unchanged_ChangesNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var before = await FindAsync(World.Ids.AWithNusantara);

        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{World.Ids.AWithNusantara}/edit"));

        Assert.Equal(before.Version, (await FindAsync(World.Ids.AWithNusantara)).Version);
    }

    [Fact]
    public async Task Post_AfterTheRateTableChanged_KeepsTheFrozenRateUntilCurrencyOrDayChanges()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var id = await MakeAsync(World.Ids.BuyerSaigon, new DateOnly(2026, 11, 3), new Valued(new Money(10_000m, "THB"), new FrozenRate(0.03m, new DateOnly(2026, 11, 1), "그때")));
        await using (var db = portal.Open())
        {
            db.ExchangeRates.Add(new ExchangeRate { Currency = "THB", Against = "USD", On = new DateOnly(2026, 11, 3), Quoted = 4m, Per = 100, Source = "지금" });
            await db.SaveChangesAsync();
        }

        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{id}/edit"), new() { ["Value"] = "20,000", ["Notes"] = "금액만 바꿈" });
        Assert.Equal((0.03m, 600m, "그때"), Frozen(await FindAsync(id)));

        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{id}/edit"), new() { ["HeldOn"] = "2026-11-04" });
        Assert.Equal((0.04m, 800m, "지금"), Frozen(await FindAsync(id)));

        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{id}/edit"), new() { ["ValueCurrency"] = "KRW", ["UnitShownFor"] = "KRW" });
        Assert.Equal((0.00075m, 15m, "한국은행"), Frozen(await FindAsync(id)));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Post_WhatSomebodyElseChanged_ShowsBothVersionsAndLetsTheReaderChoose()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var id = await MakeAsync(World.Ids.BuyerHanoi, new DateOnly(2026, 11, 2), null);
        var mine = await officer.GetPageAsync($"/consultations/{id}/edit");
        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{id}/edit"), new() { ["Notes"] = "남의 메모", ["Value"] = "5" });

        var conflict = await officer.SubmitAsync(mine, new() { ["Notes"] = "내 메모", ["ParticipationId"] = $"{World.Ids.BUnderway}" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("남의 메모", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("베타공구", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("알파화장품", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("남의 메모", (await FindAsync(id)).Notes);

        var kept = await officer.SubmitAsync(conflict);
        Assert.Equal($"/consultations/{id}", kept.Address.AbsolutePath);
        var now = await FindAsync(id);
        Assert.Equal(("내 메모", World.Ids.BUnderway, null), (now.Notes, now.ParticipationId, now.Value));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Theory]
    [InlineData("BuyerName", "Blocked Imports Ltd", "거래가 제한된 바이어입니다")]
    [InlineData("HeldOn", "2026-12-01", "앞뒤 7일")]
    [InlineData("ParticipationId", "3", "이 시장개척단의 참가기업이 아닙니다")]
    [InlineData("StopId", "3", "이 시장개척단의 방문지가 아닙니다")]
    [InlineData("Value", "-1", "0보다 작을 수 없습니다")]
    public async Task Post_BadField_SaysSoAndChangesNothing(string field, string typed, string message)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var before = await FindAsync(World.Ids.AWithSaigon);

        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{World.Ids.AWithSaigon}/edit"), new() { [field] = typed, ["Notes"] = "남지 않음" });

        Assert.Contains(message, Entry.ErrorOf(answer, field), StringComparison.Ordinal);
        Assert.Equal("남지 않음", answer.Document.QuerySelector("[name=Notes]")!.TextContent.Trim());
        Assert.Equal(before.Version, (await FindAsync(World.Ids.AWithSaigon)).Version);
    }

    [Fact]
    public async Task Post_BuyerBlockedAfterwards_StillTakesOtherChanges()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var id = await MakeAsync(World.Ids.BuyerBlocked, new DateOnly(2026, 11, 3), null);

        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{id}/edit"), new() { ["Notes"] = "막히기 전의 상담" });

        Assert.Equal("막히기 전의 상담", (await FindAsync(id)).Notes);
    }

    [Fact]
    public async Task Post_ToADayThatIsTaken_AsksFirst()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await MakeAsync(World.Ids.BuyerEdo, new DateOnly(2026, 11, 4), null);
        var id = await MakeAsync(World.Ids.BuyerEdo, new DateOnly(2026, 11, 3), null);

        var asked = await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{id}/edit"), new() { ["HeldOn"] = "2026-11-04" });
        Assert.Contains("이미 있습니다", asked.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 11, 3), (await FindAsync(id)).HeldOn);

        await officer.SubmitAsync(asked, new() { ["ConfirmDuplicate"] = "true" });
        Assert.Equal(new DateOnly(2026, 11, 4), (await FindAsync(id)).HeldOn);
    }

    [Fact]
    public async Task Post_AnotherNextStep_IsNotDoneYet()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var id = await MakeAsync(World.Ids.BuyerSaigon, new DateOnly(2026, 11, 6), null);
        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{id}/edit"), new() { ["NextStep"] = "전화", ["NextStepDueOn"] = "2026-11-09" });
        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{id}"), form: "form[action$=next-step]");
        Assert.Equal(new DateOnly(2026, 11, 4), (await FindAsync(id)).NextStepDoneOn);

        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{id}/edit"), new() { ["Notes"] = "그대로" });
        Assert.NotNull((await FindAsync(id)).NextStepDoneOn);

        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{id}/edit"), new() { ["NextStep"] = "방문" });
        Assert.Null((await FindAsync(id)).NextStepDoneOn);
    }

    [Fact]
    public async Task Post_ClosedMission_ChangesNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var token = await officer.GetPageAsync($"/consultations/{World.Ids.AWithNusantara}/edit");
        var before = await FindAsync(World.Ids.AWithEdo);

        var answer = await officer.PostAsync($"/consultations/{World.Ids.AWithEdo}/edit", token, new()
        {
            ["Version"] = $"{before.Version}",
            ["ParticipationId"] = $"{World.Ids.AClosed}",
            ["BuyerName"] = "江戸商事",
            ["HeldOn"] = "2025-05-13",
            ["Notes"] = "나중에",
        });

        Assert.Contains("종료되었거나 취소된", answer.Text, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await FindAsync(World.Ids.AWithEdo)).Version);
    }

    private static (decimal?, decimal?, string?) Frozen(Consultation consultation) => (consultation.Value!.Rate, consultation.Value.BaseAmount, consultation.Value.RateSource);

    private async Task<Consultation> FindAsync(long id)
    {
        await using var db = portal.Open();
        return await db.Consultations.AsNoTracking().SingleAsync(consultation => consultation.Id == id);
    }

    private Task<long> MakeAsync(long buyer, DateOnly day, Valued? value) => Entry.MakeAsync(portal, buyer, day, value);
}
