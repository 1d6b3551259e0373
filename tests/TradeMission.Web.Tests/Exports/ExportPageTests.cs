using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Data;
using TradeMission.Web.Features.ExchangeRates;
using TradeMission.Web.Infrastructure.Exports;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Exports;

public sealed partial class ExportPageTests(Portal portal) : IClassFixture<Portal>
{
    private const string Formula = "=HYPERLINK(\"http://example.com\",\"보기\")";

    public static TheoryData<string, string, string, string> Lists => new()
    {
        // The list, its filter, what names its rows on the page, and in the file.
        { "/missions", "", "td.k-o1", "번호" },
        { "/missions", "?year=2026", "td.k-o1", "번호" },
        { "/missions", "?sort=title&status=Closed", "td.k-o1", "번호" },
        { "/consultations", "", "th a", "번호" },
        { "/consultations", "?company=1&sort=buyer", "th a", "번호" },
        { "/consultations", "?value=RateMissing", "th a", "번호" },
        { "/consultations", "?sort=-contract", "th a", "번호" },
        { "/missions/1/consultations", "?sort=-value&unit=man", "th a", "번호" },
        { "/missions/1/consultations", "?stop=1&mission=2", "th a", "번호" },
        { "/deals", "?stage=Pursued", "th a", "번호" },
        { "/deals", "?stage=Signed", "th a", "번호" },
        { "/companies", "?sort=-value", "th a", "기업명(국문)" },
        { "/companies", "?q=알파", "th a", "기업명(국문)" },
        { "/buyers", "?country=VN&sort=-met", "th a", "번호" },
        { "/buyers", "?q=없는바이어", "th a", "번호" },
        { "/sister-cities", "?kind=Sister&sort=-last", "th a", "국문 이름" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task File_HasTheRowsOfThePageInItsOrder(string list, string filter, string selector, string heading)
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync(list + filter);
        var names = page.Document.QuerySelectorAll("tbody tr:not(.sum)").Select(row => row.QuerySelector(selector)!).Select(cell => heading == "번호" && cell.GetAttribute("href") is { } address ? NumberIn().Match(address).Value : cell.TextContent.Trim()).ToList();

        Assert.Equal(names, Exported.Csv(await FileAsync(officer, list + ".csv" + filter)).Column(heading));
        Assert.Equal(names, Exported.Xlsx(await FileAsync(officer, list + ".xlsx" + filter)).Column(heading));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task File_SaysTheSameInBothFormats(string list, string filter, string selector, string heading)
    {
        _ = (selector, heading);
        var manager = await portal.SignInAsync(World.Manager);

        var csv = Exported.Csv(await FileAsync(manager, list + ".csv" + filter));
        var xlsx = Exported.Xlsx(await FileAsync(manager, list + ".xlsx" + filter));

        Assert.NotEmpty(csv.Headings);
        Assert.Equal(csv.Headings, xlsx.Headings);
        Assert.Equal(csv.Rows, xlsx.Rows);
    }

    [Fact]
    public async Task Csv_OfConsultations_HasAmountsAsNumbersWithTheirCurrencyAndBase()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var file = Exported.Csv(await FileAsync(officer, "/consultations.csv"));

        var withDeal = file.Row(World.Ids.AWithNusantara.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(("TM-2026-001", "2026-11-02", "10:30", "알파화장품", "PT Nusantara Retail", "반둥"), (withDeal["시장개척단"], withDeal["날짜"], withDeal["시각(현지)"], withDeal["참가기업"], withDeal["바이어"], withDeal["방문지"]));
        Assert.Equal(("600000", "USD", "600000", "120000.5", "USD"), (withDeal["상담액"], withDeal["상담액 통화"], withDeal["상담액(기준 통화)"], withDeal["계약추진액(기준 통화)"], withDeal["기준 통화"]));
        Assert.Equal(("담당자 기록", "계약추진", "협력 가능", "견적서 발송", "2026-11-10"), (withDeal["상담액 근거"], withDeal["단계"], withDeal["평가"], withDeal["다음 단계"], withDeal["기한"]));
        var inWon = file.Row(World.Ids.AWithSaigon.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(("13000000", "KRW", "9750", ""), (inWon["상담액"], inWon["상담액 통화"], inWon["상담액(기준 통화)"], inWon["계약추진액(기준 통화)"]));
        var withoutRate = file.Row(World.Ids.BWithNusantara.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(("50000000", "IDR", "", "1"), (withoutRate["상담액"], withoutRate["상담액 통화"], withoutRate["상담액(기준 통화)"], withoutRate["환율 없는 금액(건)"]));
    }

    [Fact]
    public async Task Csv_OfDeals_SaysStageAndEvidenceInWords()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var deal = Exported.Csv(await FileAsync(officer, "/deals.csv")).Row("1");

        Assert.Equal(("계약추진", "진행", "담당자 기록"), (deal["단계"], deal["상태"], deal["증빙"]));
        Assert.Equal(("120000.5", "USD", "120000.5", "USD", "2027-02-01"), (deal["계약 금액"], deal["통화"], deal["계약 금액(기준 통화)"], deal["기준 통화"], deal["예상일"]));
    }

    [Fact]
    public async Task File_IsNamedInTheReadersLanguageAndKeptByNobody()
    {
        var officer = await portal.SignInAsync(World.Officer);

        using var csv = await officer.GetAsync("/missions.csv");
        using var xlsx = await officer.GetAsync("/missions.xlsx");

        Assert.Equal(("text/csv", "utf-8"), (csv.Content.Headers.ContentType!.MediaType, csv.Content.Headers.ContentType.CharSet));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx.Content.Headers.ContentType!.MediaType);
        Assert.Equal("시장개척단_20261104.csv", csv.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("시장개척단_20261104.xlsx", xlsx.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.True(csv.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task File_InEnglish_HasEnglishHeadingsAndWords()
    {
        var officer = portal.Visit();
        await officer.SignInAsync(World.Officer, World.Password);

        var file = Exported.Csv(await FileAsync(officer, "/deals.csv?culture=en"));

        Assert.DoesNotContain(file.Headings, heading => heading.Any(letter => letter is >= '가' and <= '힣'));
        Assert.Equal(["Being pursued"], file.Column(file.Headings[4]));
        Assert.Equal(["Alpha Cosmetics"], file.Column("Company"));
    }

    [Fact]
    public async Task Names_ThatLookLikeFormulas_AreText()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await using (var db = portal.Open())
        {
            db.Companies.Add(new Company { NameKo = Formula, NameEn = "+82-31-228-0000", District = "영통구 시험동", Size = CompanySize.Micro });
            await db.SaveChangesAsync();
        }

        var bytes = await FileAsync(officer, "/companies.csv?district=" + Uri.EscapeDataString("영통구 시험동"));

        Assert.Contains("\"'=HYPERLINK(\"\"http://example.com\"\",\"\"보기\"\")\",'+82-31-228-0000,", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal([Formula], Exported.Xlsx(await FileAsync(officer, "/companies.xlsx?district=" + Uri.EscapeDataString("영통구 시험동"))).Column("기업명(국문)"));
    }

    [Fact]
    public async Task File_OfManyPages_HasAllRows()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await using (var db = portal.Open())
        {
            db.Buyers.AddRange(Enumerable.Range(1, 130).Select(number => new Buyer { Name = $"Many {number:000}", Country = "MY" }));
            await db.SaveChangesAsync();
        }

        var file = Exported.Csv(await FileAsync(officer, "/buyers.csv?country=MY&sort=-name&page=2"));

        Assert.Equal(Enumerable.Range(1, 130).Reverse().Select(number => $"Many {number:000}"), file.Column("바이어명"));
    }

    [Fact]
    public async Task Page_LinksToItsFilesWithItsFilter()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync("/consultations?company=1&value=Any&after=2026-11-06_4&unit=usd");

        Assert.Equal(["/consultations.csv?company=1&value=Any", "/consultations.xlsx?company=1&value=Any"], page.Document.QuerySelectorAll(".files a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/missions.pdf")]
    [InlineData("/missions.csvx")]
    [InlineData("/missions/999/consultations.csv")]
    public async Task Address_OfNoFile_IsNotThere(string address)
    {
        var officer = await portal.SignInAsync(World.Officer);
        using var answer = await officer.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(World.CompanyA, "/missions.csv")]
    [InlineData(World.CompanyA, "/missions/1/consultations.xlsx")]
    [InlineData(World.CompanyA, "/consultations.csv")]
    [InlineData(World.CompanyB, "/deals.csv")]
    [InlineData(World.CompanyB, "/companies.xlsx")]
    [InlineData(World.Officer, "/admin/users.csv")]
    [InlineData(World.Manager, "/admin/audit.csv")]
    [InlineData(World.Officer, "/admin/rates.csv")]
    public async Task File_IsForWhoeverReadsTheList(string person, string address)
    {
        var visitor = await portal.SignInAsync(person);
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Rates_AreAFileThatTheImportReads()
    {
        var administrator = await portal.SignInAsync(World.Administrator);

        var text = RateText.Decode(await FileAsync(administrator, "/admin/rates.csv?currency=KRW"))!;

        var read = RateFile.Read(text);
        Assert.Null(read.Fault);
        Assert.Equal("날짜,통화,단위,환율,기준통화,출처\n2026-10-30,KRW,1,0.00075,USD,한국은행\n", text);
    }

    [Fact]
    public void Rates_SourceThatLooksLikeAFormula_ComesBackAsItWas()
    {
        var read = RateFile.Read($"날짜,통화,단위,환율,기준통화,출처\n2026-10-30,KRW,1,0.00075,USD,{FormulaText.Harmless("=은행")}\n");

        Assert.Equal("=은행", RateReading.Of(read.Lines[0], new DateOnly(2026, 11, 4)).Rate!.Source);
    }

    [Fact]
    public async Task Users_AreGivenOutForAReasonThatTheAuditTrailKeeps()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var form = await administrator.GetPageAsync("/admin/users.csv?role=Officer");
        Assert.DoesNotContain(World.Officer, form.Source, StringComparison.Ordinal);

        var refused = await administrator.SubmitAsync(form, new() { ["DownloadReason"] = " " });
        Assert.Single(refused.Texts("#error-summary a"));
        Assert.Empty(await DownloadsAsync("User"));

        var file = Exported.Csv(await AskedAsync(administrator, "/admin/users.csv?role=Officer", "인사이동 확인"));

        Assert.Equal([World.Officer], file.Column("이메일"));
        Assert.Equal(["담당자"], file.Column("역할"));
        var entry = Assert.Single(await DownloadsAsync("User"));
        Assert.Equal(("관리자", "인사이동 확인"), (entry.ActorName, entry.Reason));
        Assert.Equal([new AuditChange("File", null, "CSV"), new AuditChange("Filter", null, "?role=Officer")], AuditTrail.Read(entry.Changes));
        var trail = await administrator.GetPageAsync("/admin/audit?act=Downloaded&record=User");
        Assert.Contains("인사이동 확인", Assert.Single(trail.Texts("tbody tr")), StringComparison.Ordinal);
        Assert.Null(trail.Document.QuerySelector("tbody th a"));
    }

    [Fact]
    public async Task Audit_ComesOutWholeAndNewestFirst()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        await using (var db = portal.Open())
        {
            db.AuditEntries.AddRange(Enumerable.Range(1, 1203).Select(number => new AuditEntry
            {
                At = TestDatabase.Start.UtcDateTime.AddDays(-30).AddSeconds(number),
                ActorName = "많이 고친 사람",
                Act = AuditAct.Changed,
                Record = nameof(Consultation),
                RecordId = number,
                Changes = AuditTrail.Write([new AuditChange("BuyerId", "1", "2")]),
            }));
            await db.SaveChangesAsync();
        }

        var file = Exported.Csv(await AskedAsync(administrator, "/admin/audit.csv?who=" + Uri.EscapeDataString("많이 고친") + "&before=5", "월간 점검"));

        Assert.Equal(Enumerable.Range(1, 1203).Reverse().Select(number => number.ToString(CultureInfo.InvariantCulture)), file.Column("기록 번호"));
        Assert.Equal("바이어: PT Nusantara Retail → Saigon Beauty JSC", file.Rows[0][^1]);
        Assert.Equal("2026-10-05 10:20:03", file.Rows[0][0]);
        Assert.Equal("월간 점검", Assert.Single(await DownloadsAsync(nameof(AuditEntry))).Reason);
    }

    private static async Task<byte[]> FileAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<byte[]> AskedAsync(Visitor visitor, string address, string reason)
    {
        var form = await visitor.GetPageAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Address)
        {
            Content = new FormUrlEncodedContent([
                new("DownloadReason", reason),
                new("__RequestVerificationToken", form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            ]),
        };
        using var answer = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<IReadOnlyList<AuditEntry>> DownloadsAsync(string record)
    {
        await using var db = portal.Open();
        return await db.AuditEntries.Where(entry => entry.Act == AuditAct.Downloaded && entry.Record == record).ToListAsync();
    }

    [GeneratedRegex(@"\d+\z")]
    private static partial Regex NumberIn();
}
