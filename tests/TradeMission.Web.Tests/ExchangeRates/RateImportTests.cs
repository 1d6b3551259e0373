using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Web.Data;
using TradeMission.Web.Features.ExchangeRates;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.ExchangeRates;

public sealed class RateImportTests(Portal portal) : IClassFixture<Portal>
{
    private const string Confirmation = "form[action$=confirmation]";

    [Fact]
    public async Task Post_Text_ShowsEveryLineAndChangesNothingUntilConfirmed()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        await AddAsync("MYR", new DateOnly(2026, 11, 2), 0.21m, "말레이시아은행");
        await AddAsync("MYR", new DateOnly(2026, 11, 3), 0.25m, "말레이시아은행");

        var preview = await PreviewAsync(administrator, """
            날짜,통화,환율,출처
            2026-11-01,MYR,0.24,말레이시아은행
            2026-11-02,MYR,0.22,말레이시아은행
            2026-11-03,MYR,0.25,말레이시아은행
            2026-11-09,MYR,0.26,말레이시아은행
            2026-11-01,MYX,0.26,<말레이시아은행>
            2026-10-01,MYR,0.26,
            2026-11-01,myr,0.24,말레이시아은행
            """);

        var rows = preview.Texts("tbody tr");
        Assert.Equal(7, rows.Count);
        Assert.Contains("2번째 줄 MYR USD 2026. 11. 1.(일) 0.24 말레이시아은행 새로 넣음", rows[0], StringComparison.Ordinal);
        Assert.Contains("바꿈 0.21 → 0.22", rows[1], StringComparison.Ordinal);
        Assert.EndsWith("그대로", rows[2], StringComparison.Ordinal);
        Assert.Contains("5번째 줄", rows[3], StringComparison.Ordinal);
        Assert.Contains("거부 날짜: 오늘보다 뒤", rows[3], StringComparison.Ordinal);
        Assert.Contains("거부 통화: ISO 4217에 없는 통화입니다", rows[4], StringComparison.Ordinal);
        Assert.Contains("거부 출처: 비어 있습니다", rows[5], StringComparison.Ordinal);
        Assert.Contains("같은 통화의 같은 날짜 환율이 파일에 또 있습니다 (2번째 줄)", rows[6], StringComparison.Ordinal);
        Assert.DoesNotContain("<말레이시아은행>", preview.Source, StringComparison.Ordinal);
        Assert.Equal([(2, 0.21m), (3, 0.25m)], await StoredAsync("MYR"));

        var done = await administrator.SubmitAsync(preview, form: Confirmation, button: ".confirm");

        Assert.Equal("/admin/rates", done.Address.AbsolutePath);
        Assert.Contains("새로 넣음 1건, 바꿈 1건, 거부 4건", done.Text, StringComparison.Ordinal);
        Assert.Equal([(1, 0.24m), (2, 0.22m), (3, 0.25m)], await StoredAsync("MYR"));
        await using var db = portal.Open();
        var changed = await db.ExchangeRates.SingleAsync(rate => rate.Currency == "MYR" && rate.On == new DateOnly(2026, 11, 2));
        var entry = await db.AuditEntries.SingleAsync(entry => entry.Record == "ExchangeRate" && entry.RecordId == changed.Id && entry.Act == AuditAct.Changed);
        Assert.Equal(("관리자", "환율 가져오기"), (entry.ActorName, entry.Reason));
        Assert.Equal([new AuditChange("Quoted", "0.21", "0.22")], AuditTrail.Read(entry.Changes));
    }

    [Fact]
    public async Task Confirm_NewRateOfARecordsDay_ChangesNoRecord()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var preview = await PreviewAsync(administrator, "date,currency,rate,source\n2026-10-30,KRW,0.9,시험\n2026-11-04,KRW,0.8,시험\n");

        await administrator.SubmitAsync(preview, form: Confirmation, button: ".confirm");

        await using var db = portal.Open();
        Assert.Equal(0.9m, (await db.ExchangeRates.SingleAsync(rate => rate.Currency == "KRW" && rate.On == new DateOnly(2026, 10, 30))).Quoted);
        var value = (await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithSaigon)).Value!;
        Assert.Equal((0.00075m, "한국은행", 9_750m), (value.Rate, value.RateSource, value.BaseAmount));
        Assert.False(await db.AuditEntries.AnyAsync(entry => entry.Record == "Consultation" && entry.RecordId == World.Ids.AWithSaigon && entry.Act == AuditAct.Changed));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Confirm_TableChangedMeanwhile_ShowsThePreviewAgain()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var preview = await PreviewAsync(administrator, "date,currency,rate,source\n2026-11-01,PHP,0.017,시험\n");
        await AddAsync("PHP", new DateOnly(2026, 11, 1), 0.018m, "다른 사람");

        var again = await administrator.SubmitAsync(preview, form: Confirmation, button: ".confirm");

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("그사이 환율표가 바뀌었습니다", again.Text, StringComparison.Ordinal);
        Assert.Contains("0.018 → 0.017 다른 사람 → 시험", Assert.Single(again.Texts("tbody tr")), StringComparison.Ordinal);
        Assert.Equal([(1, 0.018m)], await StoredAsync("PHP"));
        await administrator.SubmitAsync(again, form: Confirmation, button: ".confirm");
        Assert.Equal([(1, 0.017m)], await StoredAsync("PHP"));
    }

    [Fact]
    public async Task Confirm_TextOtherThanShown_WritesNothing()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var preview = await PreviewAsync(administrator, "date,currency,rate,source\n2026-11-01,NZD,0.6,시험\n");

        var answer = await administrator.SubmitAsync(preview, new() { ["Text"] = "date,currency,rate,source\n2026-11-01,NZD,0.7,시험\n" }, Confirmation, ".confirm");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Empty(await StoredAsync("NZD"));
    }

    [Fact]
    public async Task Confirm_Twice_WritesOnce()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var preview = await PreviewAsync(administrator, "date,currency,rate,source\n2026-11-01,AUD,0.6,시험\n");

        await administrator.SubmitAsync(preview, form: Confirmation, button: ".confirm");
        var second = await administrator.SubmitAsync(preview, form: Confirmation, button: ".confirm");

        Assert.Contains("이미 모두 들어 있습니다", second.Text, StringComparison.Ordinal);
        Assert.Equal([(1, 0.6m)], await StoredAsync("AUD"));
    }

    [Fact]
    public async Task Post_FileOfKoreanExcel_IsRead()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes("일자;통화;단위;환율;출처\r\n2026. 11. 3.;VND;100;0.0038;한국수출입은행\r\n");

        var preview = await UploadAsync(administrator, bytes);

        Assert.Contains("0.0038 (100단위)", preview, StringComparison.Ordinal);
        Assert.Contains("한국수출입은행", preview, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF }, "글로 읽을 수 없는 파일입니다")]
    [InlineData(null, "1 MB까지 가져올 수 있습니다")]
    public async Task Post_FileThatCannotBeRead_SaysSo(byte[]? bytes, string message)
    {
        var administrator = await portal.SignInAsync(World.Administrator);

        Assert.Contains(message, await UploadAsync(administrator, bytes ?? new byte[RateFile.LargestSize + 1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "파일을 고르거나 내용을 붙여 넣으십시오")]
    [InlineData("date,currency,rate\n2026-11-01,SEK,1\n", "첫 줄에 제목이 빠졌습니다: 출처")]
    [InlineData("date,currency,rate,source,units\n", "첫 줄에 모르는 제목이 있습니다: units")]
    public async Task Post_TextThatCannotBeRead_SaysSoBesideTheField(string text, string message)
    {
        var administrator = await portal.SignInAsync(World.Administrator);

        var answer = await PreviewAsync(administrator, text);

        Assert.Contains(message, Assert.Single(answer.Texts("#error-summary a")), StringComparison.Ordinal);
        Assert.Equal(text, answer.Document.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Preview_OfManyLines_TurnsPagesAndFilters()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var text = new StringBuilder("date,currency,rate,source\n");
        for (var day = 0; day < 250; day++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{new DateOnly(2020, 1, 1).AddDays(day):yyyy-MM-dd},DKK,{(day == 249 ? "0" : "0.15")},시험\n");
        }

        var first = await PreviewAsync(administrator, text.ToString());
        var second = await administrator.SubmitAsync(first, form: Confirmation, button: "[formaction$='page=2']");
        var refused = await administrator.SubmitAsync(second, form: Confirmation, button: "[formaction$='only=Refused']");

        Assert.Equal((200, 50), (first.Texts("tbody tr").Count, second.Texts("tbody tr").Count));
        Assert.Contains("251번째 줄", Assert.Single(refused.Texts("tbody tr")), StringComparison.Ordinal);
        await administrator.SubmitAsync(refused, form: Confirmation, button: ".confirm");
        Assert.Equal(249, (await StoredAsync("DKK")).Count);
    }

    [Fact]
    public async Task Get_Template_IsAFileThatTheImportReads()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        using var answer = await administrator.GetAsync("/admin/rates/import/template");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var text = RateText.Decode(await answer.Content.ReadAsByteArrayAsync())!;
        Assert.Equal("날짜,통화,단위,환율,기준통화,출처\n", text);
        Assert.Null(RateFile.Read(text + "2026-11-03,JPY,100,0.65,USD,시험\n").Fault);
    }

    private static async Task<Page> PreviewAsync(Visitor administrator, string text) =>
        await administrator.SubmitAsync(await administrator.GetPageAsync("/admin/rates/import"), new() { ["Text"] = text });

    private static async Task<string> UploadAsync(Visitor administrator, byte[] bytes)
    {
        var form = await administrator.GetPageAsync("/admin/rates/import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, "File", "rates.csv" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(form.Address, "/admin/rates/import")) { Content = content };
        using var answer = await administrator.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task AddAsync(string currency, DateOnly on, decimal quoted, string source)
    {
        await using var db = portal.Open();
        db.ExchangeRates.Add(new ExchangeRate { Currency = currency, Against = "USD", On = on, Quoted = quoted, Source = source });
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<(int Day, decimal Quoted)>> StoredAsync(string currency)
    {
        await using var db = portal.Open();
        return [.. (await db.ExchangeRates.Where(rate => rate.Currency == currency).OrderBy(rate => rate.On).ToListAsync()).Select(rate => (rate.On.Day, rate.Quoted))];
    }
}
