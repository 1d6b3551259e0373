using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.ExchangeRates;

public sealed class ExchangeRateTests(Portal portal) : IClassFixture<Portal>
{
    private static Dictionary<string, string?> Valid(string currency, string on) => new()
    {
        ["Currency"] = currency,
        ["Against"] = "USD",
        ["On"] = on,
        ["Quoted"] = "0.65432109",
        ["Per"] = "100",
        ["Source"] = "한국은행 <고시>",
    };

    [Fact]
    public async Task Post_Valid_AddsTheRateAsQuoted()
    {
        var administrator = await portal.SignInAsync(World.Administrator);

        var page = await administrator.SubmitAsync(await administrator.GetPageAsync("/admin/rates/new"), Valid("JPY", "2026-11-03"));

        Assert.Equal("/admin/rates", page.Address.AbsolutePath);
        var row = Assert.Single(page.Texts("tbody tr"), row => row.Contains("JPY", StringComparison.Ordinal));
        Assert.Contains("0.65432109 (100단위) 0.0065432109 한국은행 <고시>", row, StringComparison.Ordinal);
        Assert.DoesNotContain("<고시>", page.Source, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(0.0065432109m, (await db.ExchangeRates.SingleAsync(rate => rate.Currency == "JPY")).Rate);
        Assert.True(await db.AuditEntries.AnyAsync(entry => entry.Record == "ExchangeRate" && entry.ActorName == "관리자"));
    }

    [Theory]
    [InlineData("Currency", "", "통화")]
    [InlineData("Currency", "XXZ", "ISO 4217에 없는 통화입니다")]
    [InlineData("Against", "THB", "같은 통화의 환율")]
    [InlineData("On", "2026-11-05", "오늘보다 뒤")]
    [InlineData("On", "1980-01-01", "1990년 이후")]
    [InlineData("On", "", "날짜")]
    [InlineData("Quoted", "0", "0보다 큰 수")]
    [InlineData("Quoted", "-1", "0보다 큰 수")]
    [InlineData("Quoted", "0.00000000001", "0보다 큰 수")]
    [InlineData("Quoted", "0.0000000001", "0보다 큰 수")]
    [InlineData("Quoted", "10000000000", "0보다 큰 수")]
    [InlineData("Quoted", "많음", "많음")]
    [InlineData("Source", "", "출처")]
    public async Task Post_BadField_SaysSoBesideItAndSavesNothing(string field, string typed, string message)
    {
        var administrator = await portal.SignInAsync(World.Administrator);

        var answer = await administrator.SubmitAsync(await administrator.GetPageAsync("/admin/rates/new"), new(Valid("THB", "2026-11-02")) { [field] = typed });

        var control = answer.Document.QuerySelector($"[name={field}]")!;
        Assert.Contains(message, answer.Document.GetElementById(control.GetAttribute("aria-describedby")!.Split(' ')[^1])!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(answer.Document.QuerySelector($"#error-summary a[href='#{field}']"));
        await using var db = portal.Open();
        Assert.False(await db.ExchangeRates.AnyAsync(rate => rate.Currency == "THB" || rate.Currency == "XXZ"));
    }

    [Fact]
    public async Task Post_SecondRateOfADay_IsRefusedBesideTheDate()
    {
        var administrator = await portal.SignInAsync(World.Administrator);

        var answer = await administrator.SubmitAsync(await administrator.GetPageAsync("/admin/rates/new"), Valid("KRW", "2026-10-30"));

        Assert.Contains("같은 날짜 환율이 이미 있습니다", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(answer.Document.QuerySelector("#error-summary a[href='#On']"));
    }

    [Fact]
    public async Task Post_SameFormTwice_AddsOne()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var form = await administrator.GetPageAsync("/admin/rates/new");

        await administrator.SubmitAsync(form, Valid("SGD", "2026-11-01"));
        var second = await administrator.SubmitAsync(form, Valid("SGD", "2026-11-01"));

        Assert.Equal("/admin/rates", second.Address.AbsolutePath);
        await using var db = portal.Open();
        Assert.Equal(1, await db.ExchangeRates.CountAsync(rate => rate.Currency == "SGD"));
    }

    [Fact]
    public async Task Post_EditAndDelete_ChangeNoRecordThatFrozeTheRate()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        await using var db = portal.Open();
        var id = await db.ExchangeRates.Where(rate => rate.Currency == "KRW").Select(rate => rate.Id).SingleAsync();

        await administrator.SubmitAsync(await administrator.GetPageAsync($"/admin/rates/{id}/edit"), new() { ["Quoted"] = "0.9" });
        Assert.Equal(0.9m, (await db.ExchangeRates.AsNoTracking().SingleAsync(rate => rate.Id == id)).Quoted);
        Assert.Equal(9_750m, (await db.Consultations.AsNoTracking().SingleAsync(consultation => consultation.Id == World.Ids.AWithSaigon)).Value!.BaseAmount);

        // Others of this class need the rate: what is deleted is another one.
        var made = new ExchangeRate { Currency = "KRW", Against = "USD", On = new DateOnly(2020, 1, 1), Quoted = 1m, Source = "옛것" };
        db.ExchangeRates.Add(made);
        await db.SaveChangesAsync();
        var answer = await administrator.SubmitAsync(await administrator.GetPageAsync($"/admin/rates/{made.Id}/delete"));
        Assert.Contains("삭제했습니다", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetPageAsync($"/admin/rates/{made.Id}/edit")).Status);
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Post_EditOfWhatSomebodyElseChanged_ShowsBothVersions()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        await administrator.SubmitAsync(await administrator.GetPageAsync("/admin/rates/new"), Valid("EUR", "2026-11-02"));
        await using var db = portal.Open();
        var id = await db.ExchangeRates.Where(rate => rate.Currency == "EUR").Select(rate => rate.Id).SingleAsync();
        var mine = await administrator.GetPageAsync($"/admin/rates/{id}/edit");
        await administrator.SubmitAsync(await administrator.GetPageAsync($"/admin/rates/{id}/edit"), new() { ["Source"] = "유럽중앙은행" });

        var conflict = await administrator.SubmitAsync(mine, new() { ["Source"] = "신문" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("유럽중앙은행", conflict.Text, StringComparison.Ordinal);
        await administrator.SubmitAsync(conflict);
        Assert.Equal("신문", (await db.ExchangeRates.AsNoTracking().SingleAsync(rate => rate.Id == id)).Source);
    }

    [Fact]
    public async Task Get_Filtered_ShowsOneCurrency()
    {
        var administrator = await portal.SignInAsync(World.Administrator);

        var page = await administrator.GetPageAsync("/admin/rates?currency=KRW&culture=ko");
        var none = await administrator.GetPageAsync("/admin/rates?currency=NOK");

        Assert.All(page.Texts("[aria-labelledby=ra-h] tbody tr"), row => Assert.StartsWith("KRW", row, StringComparison.Ordinal));
        Assert.NotEmpty(none.Texts(".empty"));
    }
}
