using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;
using TradeMission.Web.Tests.Files;
using TradeMission.Web.Tests.Spreadsheets;

namespace TradeMission.Web.Tests.Imports;

public sealed class ConsultationImportTests(Portal portal) : IClassFixture<Portal>
{
    /// <summary>An existing buyer, a new one in two rows, and a contract that is being pursued.</summary>
    private const string Three = """
        상담일	시각	참가기업	바이어	방문지	상담액(만불)	계약추진액(만불)	상담 결과	다음 조치	조치 기한
        11월 2일	10:30	알파화장품	Saigon Beauty JSC	반둥	60	12	협력 가능	견적 발송	2026-11-20
        2026. 11. 3.(화)	오후 2시	Beta Tools	Toko Maju Jaya	Bandung	7.5
        11/4		알파화장품	toko maju jaya		US$1,000
        """;

    [Fact]
    public async Task Paste_ThenConfirm_RecordsAllOfItWithItsTotalsAndOneEntry()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var before = await Sent.CountsAsync(portal);
        var cells = Three.Replace("Toko Maju Jaya", "Toko Satu", StringComparison.OrdinalIgnoreCase);

        var preview = await officer.PasteAsync(Sent.Consultations, cells);

        var rows = preview.Texts("tbody tr");
        Assert.Equal(3, rows.Count);
        Assert.Contains("등록된 곳: Saigon Beauty JSC", rows[0], StringComparison.Ordinal);
        Assert.Contains("새로 추가", rows[1], StringComparison.Ordinal);
        Assert.Contains("새 바이어 1곳", preview.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Sent.CountsAsync(portal));

        var done = await officer.ConfirmAsync(preview);

        var import = await Sent.LastAsync(portal);
        Assert.Equal($"/imports/{import.Id}", done.Address.AbsolutePath);
        Assert.Contains("3건을 가져왔습니다", done.Text, StringComparison.Ordinal);
        Assert.Equal((before.Consultations + 3, before.Buyers + 1, before.Companies, before.Deals + 1, before.Imports + 1, before.Audit + 1), await Sent.CountsAsync(portal));
        await using (var db = portal.Open())
        {
            var made = await db.Consultations.Include(consultation => consultation.Buyer).Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps)
                .Where(consultation => consultation.From == RecordedFrom.Import).OrderByDescending(consultation => consultation.Id).Take(3).OrderBy(consultation => consultation.Id).ToListAsync();
            Assert.Equal([(600_000m, "USD"), (75_000m, "USD"), (1_000m, "USD")], made.Select(consultation => (consultation.Value!.Amount, consultation.Value.Currency)));
            Assert.Equal([new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 4)], made.Select(consultation => consultation.HeldOn));
            Assert.Equal([new TimeOnly(10, 30), new TimeOnly(14, 0), null], made.Select(consultation => consultation.StartsAt));
            Assert.Equal([World.Ids.BandungStop, World.Ids.BandungStop, World.Ids.BandungStop], made.Select(consultation => consultation.StopId!.Value));
            Assert.Equal((World.Ids.BuyerSaigon, World.Ids.AUnderway, Assessment.CooperationPossible, "견적 발송"), (made[0].BuyerId, made[0].ParticipationId, made[0].Assessment, made[0].NextStep));
            Assert.Equal((DealStage.Pursued, 120_000m), (made[0].Deals.Single().Stage, made[0].Deals.Single().ContractAmount));
            Assert.Equal(made[1].BuyerId, made[2].BuyerId);
            Assert.Equal(("Toko Satu", "ID"), (made[1].Buyer.Name, made[1].Buyer.Country));
            var entry = await db.AuditEntries.Include(entry => entry.Subjects).OrderByDescending(entry => entry.Id).FirstAsync();
            Assert.Equal(("Import", import.Id, AuditAct.Created, "김담당"), (entry.Record, entry.RecordId, entry.Act, entry.ActorName));
            Assert.Contains(entry.Subjects, subject => (subject.Record, subject.RecordId) == ("Mission", World.Ids.Underway));
            Assert.All(made, consultation => Assert.Contains(entry.Subjects, subject => (subject.Record, subject.RecordId) == ("Consultation", consultation.Id)));
            Assert.Contains(entry.Subjects, subject => (subject.Record, subject.RecordId) == ("Buyer", made[1].BuyerId));
            Assert.False(await db.ImportDrafts.AnyAsync(draft => draft.Key == import.Key));
            Assert.Contains("파일 가져오기", (await officer.GetPageAsync($"/consultations/{made[1].Id}")).Text, StringComparison.Ordinal);
        }

        await Recorded.AssertTotalsAsync(portal.Database);

        var undone = await officer.SubmitAsync(done, form: "form[action$=undo]");

        Assert.Contains("3건을 되돌렸습니다", undone.Text, StringComparison.Ordinal);
        Assert.Equal((before.Consultations, before.Buyers, before.Companies, before.Deals, before.Imports + 1, before.Audit + 2), await Sent.CountsAsync(portal));
        await Recorded.AssertTotalsAsync(portal.Database);

        // What was undone may come again.
        Assert.StartsWith("/imports/drafts/", (await officer.PasteAsync(Sent.Consultations, cells)).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paste_TheSameAgain_SaysSoAndAddsNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        const string Cells = "날짜\t기업\t바이어\t금액\n11.5\t베타공구\tSame Again Co\t5천불\n";
        await officer.ConfirmAsync(await officer.PasteAsync(Sent.Consultations, Cells));
        var before = await Sent.CountsAsync(portal);

        var again = await officer.UploadAsync(Sent.Consultations, "다른 이름.csv", Sent.Utf8("바이어,날짜,금액,기업\nSame Again Co,11.5,5천불,베타공구\n".Normalize(NormalizationForm.FormD)));

        Assert.Equal(Sent.Consultations, again.Address.AbsolutePath);
        Assert.Contains("같은 내용을 이미 가져왔습니다", again.Text, StringComparison.Ordinal);
        Assert.NotNull(again.Document.QuerySelector("[role=alert] a[href^='/imports/']"));
        Assert.Equal(before, await Sent.CountsAsync(portal));
    }

    [Fact]
    public async Task Confirm_Twice_ImportsOnce()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var preview = await officer.PasteAsync(Sent.Consultations, "날짜\t기업\t바이어\n11.5\t베타공구\tTwice Trading\n");
        var before = await Sent.CountsAsync(portal);

        var visitors = new[] { portal.Visit(), portal.Visit(), portal.Visit() };
        var pages = new List<Page>();
        foreach (var visitor in visitors)
        {
            await visitor.SignInAsync(World.Officer, World.Password);
            pages.Add(await visitor.GetPageAsync(preview.Address.AbsolutePath));
        }

        var answers = await Task.WhenAll(visitors.Zip(pages, (visitor, page) => visitor.ConfirmAsync(page)));
        var last = await officer.ConfirmAsync(preview);

        Assert.All(answers.Append(last), page => Assert.Matches("^/imports/[0-9]+$", page.Address.AbsolutePath));
        var after = await Sent.CountsAsync(portal);
        Assert.Equal((before.Consultations + 1, before.Imports + 1), (after.Consultations, after.Imports));
    }

    [Fact]
    public async Task Preview_Problems_AreNamedByRowAndColumnAndMendedInPlace()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var preview = await officer.PasteAsync(Sent.Consultations, """
            date	company	buyer	value	result	stop
            31.11.2026	Alpha Cosmetics	Mended Ltd	육십만	협력 가능	반둥
            2026-11-03	Nobody Inc	=HYPERLINK("http://x")	1	so la la	Tokyo
            2026-11-03	Gamma Foods	Blocked Imports Ltd	1	no interest	Bandung
            2027-11-03	Alpha Cosmetics	Fine Co	-1	Informative	Bandung
            """);

        var rows = preview.Texts("tbody tr");
        Assert.Contains("2행 A열 상담일: 날짜로 읽을 수 없습니다", preview.Text, StringComparison.Ordinal);
        Assert.Contains("2행 D열 상담액", preview.Text, StringComparison.Ordinal);
        Assert.Contains("이 시장개척단의 참가기업이 아닙니다", rows[1], StringComparison.Ordinal);
        Assert.Contains("수식은 이름으로 쓸 수 없습니다", rows[1], StringComparison.Ordinal);
        Assert.Contains("다음 가운데 하나여야 합니다", rows[1], StringComparison.Ordinal);
        Assert.Contains("이 시장개척단의 참가기업이 아닙니다", rows[2], StringComparison.Ordinal);
        Assert.Equal(4, rows.Count);
        Assert.Null(preview.Document.QuerySelector(Sent.Confirmation));
        Assert.DoesNotContain("=HYPERLINK(\"http", preview.Source, StringComparison.Ordinal);

        var mended = await officer.SubmitAsync(
            preview, new() { ["cell-2-HeldOn"] = "2026-11-03", ["cell-2-Value"] = "60만불", ["out-3"] = "true", ["out-4"] = "true", ["out-5"] = "true" }, form: Sent.Correction);

        Assert.Contains("60만불", mended.Text, StringComparison.Ordinal);
        var before = await Sent.CountsAsync(portal);
        await officer.ConfirmAsync(mended);
        Assert.Equal(before.Consultations + 1, (await Sent.CountsAsync(portal)).Consultations);
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Preview_ProbableDuplicateAndSameMeeting_AreAskedAbout()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var preview = await officer.PasteAsync(Sent.Consultations, """
            날짜	기업	바이어
            2026-11-02	알파화장품	PT Nusantara Retail
            2026-11-03	알파화장품	Nusantara Retail, PT.
            2026-11-04	베타공구	Nusantara Retail, PT.
            2026-11-04	베타공구	Nusantara Retail, PT.
            """);

        Assert.Null(preview.Document.QuerySelector(Sent.Confirmation));
        var rows = preview.Texts("tbody tr");
        Assert.Contains("같은 기업·바이어·날짜의 상담이 이미 있습니다", rows[0], StringComparison.Ordinal);
        Assert.Contains("같은 곳일 수 있음", rows[1], StringComparison.Ordinal);

        var chosen = await officer.SubmitAsync(preview, new() { ["another-2"] = "true", ["choice-3"] = $"{World.Ids.BuyerNusantara}" }, form: Sent.Correction);
        Assert.Contains("4행과 기업·바이어·날짜가 같습니다", chosen.Text, StringComparison.Ordinal);
        var ready = await officer.SubmitAsync(chosen, new() { ["another-5"] = "true" }, form: Sent.Correction);
        var before = await Sent.CountsAsync(portal);
        await officer.ConfirmAsync(ready);

        var after = await Sent.CountsAsync(portal);
        Assert.Equal((before.Consultations + 4, before.Buyers), (after.Consultations, after.Buyers));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Undo_AfterSomethingTouchedARow_IsRefusedAndSaysWhat()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var done = await officer.ConfirmAsync(await officer.PasteAsync(Sent.Consultations, "날짜\t기업\t바이어\n11.5\t베타공구\tTouched Trading\n11.6\t베타공구\tTouched Trading\n"));
        var import = await Sent.LastAsync(portal);
        await using (var db = portal.Open())
        {
            var made = await db.Consultations.Where(consultation => consultation.Buyer.Name == "Touched Trading").OrderBy(consultation => consultation.Id).FirstAsync();
            made.Notes = "고침";
            await db.SaveChangesAsync();
        }

        var before = await Sent.CountsAsync(portal);
        var refused = await officer.SubmitAsync(done, form: "form[action$=undo]");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("되돌릴 수 없습니다", refused.Text, StringComparison.Ordinal);
        Assert.Null((await officer.GetPageAsync($"/imports/{import.Id}")).Document.QuerySelector("form[action$=undo]"));
        Assert.Equal(before, await Sent.CountsAsync(portal));
    }

    [Fact]
    public async Task Undo_AfterAnotherMetTheNewBuyer_IsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var done = await officer.ConfirmAsync(await officer.PasteAsync(Sent.Consultations, "날짜\t기업\t바이어\n11.5\t베타공구\tMet Again Trading\n"));
        await officer.ConfirmAsync(await officer.PasteAsync(Sent.Consultations, "날짜\t기업\t바이어\n11.6\t알파화장품\tMet Again Trading\n"));

        var refused = await officer.SubmitAsync(done, form: "form[action$=undo]");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Met Again Trading", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfSomebodyElse_DoesNotExist()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var administrator = await portal.SignInAsync(World.Administrator);
        var preview = await officer.PasteAsync(Sent.Consultations, "날짜\t기업\t바이어\n11.5\t베타공구\tPrivate Trading\n");
        var before = await Sent.CountsAsync(portal);

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetPageAsync(preview.Address.AbsolutePath)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.PostAsync($"{preview.Address.AbsolutePath}/confirmation", await administrator.GetPageAsync("/buyers/import"))).Status);
        Assert.Equal(before, await Sent.CountsAsync(portal));
    }

    [Fact]
    public async Task Draft_NobodyConfirmedForAMonth_IsForgotten()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var preview = await officer.PasteAsync("/companies/import", "기업명\n잊힐기업\n");
        await using var db = portal.Open();

        await db.ForgetExpiredAsync(db.Clock.GetUtcNow().UtcDateTime.AddDays(FormDraft.Days - 1), CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetPageAsync(preview.Address.AbsolutePath)).Status);
        await db.ForgetExpiredAsync(db.Clock.GetUtcNow().UtcDateTime.AddDays(FormDraft.Days + 1), CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync(preview.Address.AbsolutePath)).Status);
    }

    [Fact]
    public async Task Upload_TitleAndUnitAboveTheHead_InCodePage949_AreUnderstood()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!;

        var preview = await officer.UploadAsync(Sent.Consultations, "상담결과.csv", korean.GetBytes("2026 아세안 시장개척단 상담결과\n,,,(단위: 천불)\n연번,날짜,기업,바이어,상담금액\n1,11월 5일,베타공구,천불상사,12.5\n"));

        Assert.Contains("상담액 (천불)", preview.Text, StringComparison.Ordinal);
        Assert.Contains("연번", preview.Text, StringComparison.Ordinal);
        await officer.ConfirmAsync(preview);
        await using var db = portal.Open();
        Assert.Equal(12_500m, (await db.Consultations.SingleAsync(consultation => consultation.Buyer.Name == "천불상사")).Value!.Amount);
    }

    [Theory]
    [InlineData("날짜\t기업\n11.5\t베타공구\n", "머리글에 꼭 필요한 열이 없습니다: 바이어")]
    [InlineData("가\t나\n1\t2\n", "머리글을 찾을 수 없습니다")]
    [InlineData("날짜\t기업\t바이어\n", "1행의 머리글 아래에 내용이 없습니다")]
    [InlineData("날짜\t일자\t기업\t바이어\n1\t2\t3\t4\n", "1행 B열: 같은 뜻의 열이 두 번 나옵니다: 일자")]
    [InlineData("날짜\t기업\t바이어\n11.5\t베타공구\ta\u0007b\n", "2행 C열")]
    public async Task Paste_WhatIsNoTable_IsRefusedByItsPlace(string cells, string says)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var before = await Sent.CountsAsync(portal);

        var refused = await officer.PasteAsync(Sent.Consultations, cells);

        Assert.Equal(Sent.Consultations, refused.Address.AbsolutePath);
        Assert.Contains(says, refused.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Sent.CountsAsync(portal));
    }

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "상담.xlsx", MadeFiles.Png, "확장자" },
        { "상담.xlsx", MadeFiles.Office(MadeFiles.ExcelWithMacros), "매크로" },
        { "상담.xlsx", MadeWorkbook.Of("<row r=\"7\">" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 10_000)) + "</row>"), "7행" },
        { "상담.csv", Encoding.UTF8.GetBytes("날짜,기업,바이어\n11.5,베타공구," + new string('가', 5_000)), "C열" },
        { "상담.csv", [.. "날짜,기업\n"u8, 0xFF, 0xFF], "2행" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Upload_WhatIsNoSpreadsheet_IsRefusedByItsPlaceAndLeavesNothing(string name, byte[] content, string says)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var before = await Sent.CountsAsync(portal);

        var refused = await officer.UploadAsync(Sent.Consultations, name, content);

        Assert.Equal(Sent.Consultations, refused.Address.AbsolutePath);
        Assert.Contains(says, string.Join(' ', refused.Texts(".form-hint-invalid")), StringComparison.Ordinal);
        Assert.Equal(before, await Sent.CountsAsync(portal));
    }

    [Fact]
    public async Task Upload_LargerThanIsTaken_IsRefusedBeforeItIsRead()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await using var endless = new Endless(2L * 1024 * 1024 * 1024);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"https://localhost{Sent.Consultations}")) { Content = new StreamContent(endless) };
        request.Content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        request.Content.Headers.ContentLength = 2L * 1024 * 1024 * 1024;

        using var answer = await officer.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.True(endless.Given < 1024 * 1024, $"{endless.Given} bytes were read.");
    }

    [Fact]
    public async Task Confirm_MissionClosedMeanwhile_ImportsNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var preview = await officer.PasteAsync($"/missions/{World.Ids.Closed}/consultations/import", "날짜\t기업\t바이어\n2025-05-13\t알파화장품\tLate Trading\n");
        var before = await Sent.CountsAsync(portal);

        Assert.Null(preview.Document.QuerySelector(Sent.Confirmation));
        var refused = await officer.PostAsync($"{preview.Address.AbsolutePath}/confirmation", preview);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(before, await Sent.CountsAsync(portal));
    }

    [Fact]
    public async Task Many_AreOneEntryAndLeaveTotalsExact()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var cells = new StringBuilder("날짜\t기업\t바이어\t상담액(US$)\t계약추진액\n");
        for (var row = 0; row < 700; row++)
        {
            cells.Append(FormattableString.Invariant($"2026-11-0{2 + (row % 5)}\t{(row % 2 == 0 ? "알파화장품" : "베타공구")}\tMany {row / 7}\t{row}.{row % 100:00}\t{(row % 7 == 0 ? "1,000" : "")}\n"));
        }

        var wrong = await officer.PasteAsync(Sent.Consultations, cells.ToString().Replace("2026-11-02\t알파화장품\tMany 0\t0.00", "2026-11-02\t알파화장품\tMany 0\t육십", StringComparison.Ordinal));
        Assert.Single(wrong.Texts("tbody tr"));
        Assert.Null(wrong.Document.QuerySelector(Sent.Confirmation));
        var before = await Sent.CountsAsync(portal);

        var done = await officer.ConfirmAsync(await officer.PasteAsync(Sent.Consultations, cells.ToString()));

        var after = await Sent.CountsAsync(portal);
        Assert.Equal((before.Consultations + 700, before.Buyers + 100, before.Deals + 100, before.Audit + 1), (after.Consultations, after.Buyers, after.Deals, after.Audit));
        await Recorded.AssertTotalsAsync(portal.Database);
        await officer.SubmitAsync(done, form: "form[action$=undo]");
        await Recorded.AssertTotalsAsync(portal.Database);
        Assert.Equal(before.Consultations, (await Sent.CountsAsync(portal)).Consultations);
    }
}
