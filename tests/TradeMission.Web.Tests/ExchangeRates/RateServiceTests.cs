using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Features.ExchangeRates;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.ExchangeRates;

/// <summary>Rates of a day from the public service.</summary>
public sealed class RateServiceTests(RateServicePortal portal) : IClassFixture<RateServicePortal>
{
    /// <summary>As recorded, shortened; the fields that nobody reads are left in.</summary>
    private const string Recorded = """
        [{"result":1,"cur_unit":"CNH","ttb":"187.23","tts":"191.02","deal_bas_r":"189.13","bkpr":"189","yy_efee_r":"0","ten_dd_efee_r":"0","kftc_bkpr":"189","kftc_deal_bas_r":"189.13","cur_nm":"위안화"},
        {"result":1,"cur_unit":"IDR(100)","ttb":"8.52","tts":"8.69","deal_bas_r":"8.61","bkpr":"8","cur_nm":"인도네시아 루피아"},
        {"result":1,"cur_unit":"JPY(100)","ttb":"883.07","tts":"900.92","deal_bas_r":"892","bkpr":"892","cur_nm":"일본 옌"},
        {"result":1,"cur_unit":"KRW","ttb":"0","tts":"0","deal_bas_r":"1","bkpr":"1","cur_nm":"한국 원"},
        {"result":1,"cur_unit":"USD","ttb":"1,332.14","tts":"1,359.05","deal_bas_r":"1,345.6","bkpr":"1,345","cur_nm":"미국 달러"}]
        """;

    [Fact]
    public async Task Fetch_Recorded_ShowsCrossRatesAndWritesThemOnceConfirmed()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        portal.Service.Say(Recorded);

        var preview = await FetchAsync(administrator, "2026-11-03");

        Assert.Equal("https://rates.example/daily?authkey=a%20key%2B&searchdate=20261103&data=AP01", portal.Service.Asked?.AbsoluteUri);
        Assert.DoesNotContain("key+", preview.Source, StringComparison.Ordinal);
        Assert.Equal(4, preview.Texts("tbody tr").Count);
        Assert.All(preview.Texts("tbody tr"), row => Assert.EndsWith("새로 넣음", row, StringComparison.Ordinal));
        await using var db = portal.Open();
        Assert.False(await db.ExchangeRates.AnyAsync(rate => rate.On == new DateOnly(2026, 11, 3)));

        await administrator.SubmitAsync(preview, form: "form[action$=confirmation]", button: ".confirm");

        var stored = await db.ExchangeRates.Where(rate => rate.On == new DateOnly(2026, 11, 3)).OrderBy(rate => rate.Currency).ToListAsync();
        Assert.Equal(
            [("CNY", 1, 0.1405543995m), ("IDR", 100, 0.0063986326m), ("JPY", 100, 0.6629013080m), ("KRW", 1, 0.0007431629m)],
            stored.Select(rate => (rate.Currency, rate.Per, rate.Quoted)));
        Assert.All(stored, rate => Assert.Equal("USD", rate.Against));
        Assert.Equal("한국수출입은행 매매기준율의 재정환율(CNH ÷ USD)", stored[0].Source);
        Assert.True(await db.AuditEntries.AnyAsync(entry => entry.Record == "ExchangeRate" && entry.RecordId == stored[0].Id && entry.ActorName == "관리자"));
    }

    [Theory]
    [InlineData("[]", 200, "그날 고시된 환율이 없습니다")]
    [InlineData("""[{"result":2,"cur_unit":null,"deal_bas_r":null}]""", 200, "자료 코드를 모릅니다")]
    [InlineData("""[{"result":3}]""", 200, "인증키를 받아들이지 않았습니다")]
    [InlineData("""[{"result":4}]""", 200, "횟수를 다 썼습니다")]
    [InlineData("""[{"result":9}]""", 200, "답을 읽을 수 없습니다")]
    [InlineData("""[{"result":1,"cur_unit":"USD","deal_bas_r":"-"}]""", 200, "답을 읽을 수 없습니다")]
    [InlineData("""[{"result":1,"cur_unit":"EUR","deal_bas_r":"1,500"}]""", 200, "답을 읽을 수 없습니다")]
    [InlineData("[null]", 200, "답을 읽을 수 없습니다")]
    [InlineData("null", 200, "답을 읽을 수 없습니다")]
    [InlineData("{}", 200, "답을 읽을 수 없습니다")]
    [InlineData("<html>", 200, "답을 읽을 수 없습니다")]
    [InlineData("", 302, "받아들이지 않았습니다. 바꾼 것은 없습니다 (HTTP 302)")]
    [InlineData("", 404, "(HTTP 404)")]
    [InlineData(Recorded, 503, "(HTTP 503)")]
    public async Task Fetch_AnswerWithoutRates_SaysWhyAndChangesNothing(string json, int status, string message)
    {
        portal.Service.Say(json, (HttpStatusCode)status);

        await AssertNothingAsync(message);
    }

    [Fact]
    public async Task Fetch_NoAnswer_SaysWhyAndChangesNothing()
    {
        portal.Service.Answer = () => throw new HttpRequestException("No such host");
        await AssertNothingAsync("연결할 수 없습니다");

        portal.Service.Answer = () => throw new TaskCanceledException("The client's patience is over", new TimeoutException());
        await AssertNothingAsync("제때 답하지 않았습니다");
    }

    [Theory]
    [InlineData("", "날짜")]
    [InlineData("2026-11-05", "오늘보다 뒤")]
    public async Task Fetch_DayThatCannotBe_AsksNobody(string day, string message)
    {
        portal.Service.Answer = () => throw new InvalidOperationException("Nobody may be asked.");

        await AssertNothingAsync(message, day);
    }

    [Fact]
    public void CrossRates_AgainstWon_AreThoseThatWerePublished()
    {
        WonRate[] published = [new("USD", "USD", 1, 1345.6m), new("JPY(100)", "JPY", 100, 892m)];

        var rates = CrossRates.Of(published, ["KRW", "JPY", "SGD"], new DateOnly(2026, 11, 3));

        Assert.Equal(
            [("USD", "KRW", 1345.6m, 1), ("JPY", "KRW", 892m, 100), ("USD", "JPY", 150.8520179372m, 1), ("KRW", "JPY", 0.1121076233m, 1)],
            rates.Select(rate => (rate.Currency, rate.Against, rate.Quoted, rate.Per)));
        Assert.DoesNotContain("재정환율", rates[0].Source, StringComparison.Ordinal);
        Assert.All(rates.Skip(2), rate => Assert.Contains("재정환율", rate.Source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_ServiceSetUp_IsOffered()
    {
        var administrator = await portal.SignInAsync(World.Administrator);

        Assert.NotNull((await administrator.GetPageAsync("/admin/rates")).Document.QuerySelector("a[href='/admin/rates/service']"));
    }

    private async Task AssertNothingAsync(string message, string day = "2026-11-02")
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        await using var db = portal.Open();
        var before = await db.ExchangeRates.CountAsync();

        var answer = await FetchAsync(administrator, day);

        Assert.Equal("/admin/rates/service", answer.Address.AbsolutePath);
        Assert.Contains(message, Assert.Single(answer.Texts("#error-summary li")), StringComparison.Ordinal);
        Assert.Equal(before, await db.ExchangeRates.CountAsync());
    }

    private static async Task<Page> FetchAsync(Visitor administrator, string day) =>
        await administrator.SubmitAsync(await administrator.GetPageAsync("/admin/rates/service"), new() { ["On"] = day });
}
