using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Web.Infrastructure.Files;
using TradeMission.Web.Tests.Data;
using TradeMission.Web.Tests.Files;

namespace TradeMission.Web.Tests.Deals;

/// <summary>Files behind figures: attached, weighed, taken away, and given only to those who see the record.</summary>
public sealed class EvidenceTests(DealPortal portal) : IClassFixture<DealPortal>
{
    public static TheoryData<string, string, string> Refused => new()
    {
        { "lies", "파일 이름의 확장자(‘pdf’)와 내용", "The name ends in ‘pdf’" },
        { "is not", "내용이 PDF 파일이 아닙니다", "The content is not that of the kind which the name says" },
        { "macros", "매크로가 든 문서는 받지 않습니다", "Documents with macros are not accepted" },
        { "empty", "빈 파일입니다", "The file is empty" },
        { "too large", "파일이 20MB를 넘습니다", "The file is larger than 20 MB" },
        { "program", "받을 수 없는 종류의 파일입니다", "This kind of file is not accepted" },
    };

    [Fact]
    public async Task Post_WithTheStepAndAfterwards_DocumentsTheFigure_AndRemovalTakesThatBack()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Committed, 20_000m, "2026-11-02"));
        var before = await DocumentedAsync();

        var page = await officer.RecordAsync(Steps.NextOf(deal), Steps.Typed(DealStage.Signed, "21,000", "2026-11-03"), Steps.File(MadeFiles.Pdf, "계약서.pdf", "text/html"));

        var step = (await portal.DealAsync(deal)).Steps.Single(step => step.Stage == DealStage.Signed);
        Assert.Contains("증빙 확인", Steps.Rung(page, deal), StringComparison.Ordinal);
        Assert.Contains("계약서.pdf", Steps.Rung(page, deal), StringComparison.Ordinal);
        Assert.Equal(("application/pdf", MadeFiles.Pdf.LongLength, "김담당"), step.Evidence.Select(file => (file.ContentType, file.Size, file.AddedByName)).Single());
        Assert.Equal((before.Count + 1, before.Amount + 21_000m), await DocumentedAsync());
        await SameFigures.AssertAsync(portal, World.Ids.Underway);

        await officer.RecordAsync(Steps.EvidenceOf(deal, step.Id), null, Steps.File(MadeFiles.Png, "도장.PNG"));
        page = await officer.RecordAsync(Steps.EvidenceOf(deal, step.Id), null, Steps.File(MadeFiles.Office(MadeFiles.Word), "부속서.docx"));
        Assert.Equal(["계약서.pdf", "도장.PNG", "부속서.docx"], Steps.RowOf(page, step.Id).QuerySelectorAll("a[href^='/evidence/']").Select(link => link.TextContent).Order());
        Assert.Equal((before.Count + 1, before.Amount + 21_000m), await DocumentedAsync());

        foreach (var file in (await portal.DealAsync(deal)).Steps.Single(own => own.Id == step.Id).Evidence)
        {
            Assert.Contains(file.StoredAs, portal.StoredFiles());
            Assert.Equal((before.Count + 1, before.Amount + 21_000m), await DocumentedAsync());
            page = await officer.SubmitAsync(page, form: $"form[action='/evidence/{file.Key}/removal']");
            Assert.DoesNotContain(file.StoredAs, portal.StoredFiles());
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"/evidence/{file.Key}")).Status);
        }

        Assert.Equal(before, await DocumentedAsync());
        Assert.DoesNotContain("증빙 확인", Steps.Rung(page, deal), StringComparison.Ordinal);
        await SameFigures.AssertAsync(portal, World.Ids.Underway);
    }

    [Fact]
    public async Task Post_TheSameFileTwice_KeepsItOnce()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Signed, 20_000m, "2026-11-02"));
        var step = (await portal.DealAsync(deal)).Steps[0].Id;
        await officer.RecordAsync(Steps.EvidenceOf(deal, step), null, Steps.File(MadeFiles.Pdf, "계약서.pdf"));
        var stored = portal.StoredFiles().Count;

        var again = await officer.RecordAsync(Steps.EvidenceOf(deal, step), null, Steps.File(MadeFiles.Pdf, "계약서.pdf"));

        Assert.StartsWith("/consultations/", again.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Single((await portal.DealAsync(deal)).Steps[0].Evidence);
        Assert.Equal(stored, portal.StoredFiles().Count);
    }

    [Fact]
    public async Task Post_ByTheCompany_ForAnOfficersStep_IsTaken_AndOnlyTheOfficerRemovesIt()
    {
        var company = await portal.SignInAsync(World.CompanyA);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Signed, 20_000m, "2026-11-02"));
        var step = (await portal.DealAsync(deal)).Steps[0].Id;

        var page = await company.RecordAsync(Steps.EvidenceOf(deal, step), null, Steps.File(MadeFiles.Pdf, "계약서.pdf"));

        var file = Assert.Single((await portal.DealAsync(deal)).Steps[0].Evidence);
        Assert.Equal(EvidenceTier.Documented, (await portal.DealAsync(deal)).Tier);
        Assert.Empty(page.Document.QuerySelectorAll($"form[action='/evidence/{file.Key}/removal']"));
        Assert.Equal(HttpStatusCode.NotFound, (await company.PostAsync($"/evidence/{file.Key}/removal", page)).Status);
        Assert.Contains(file.StoredAs, portal.StoredFiles());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Post_FileThatIsNotTaken_IsSaidBesideItAndLeavesNothing(string what, string korean, string english)
    {
        var officer = portal.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        var step = (await portal.DealAsync(portal.Signed)).Steps[0].Id;
        var before = await portal.PictureAsync();
        foreach (var (language, message) in new[] { ("ko", korean), ("en", english) })
        {
            var withStep = await officer.RecordAsync($"{Steps.NextOf(portal.Signed)}?culture={language}", Steps.Typed(DealStage.Shipped, "1,234", "2026-11-04"), Bad(what));
            Assert.StartsWith(message, Steps.ErrorOf(withStep, "Evidence"), StringComparison.Ordinal);
            Assert.Equal("1,234", withStep.Field("[name=Amount]").Value);

            var afterwards = await officer.RecordAsync($"{Steps.EvidenceOf(portal.Signed, step)}?culture={language}", null, Bad(what));
            Assert.StartsWith(message, Steps.ErrorOf(afterwards, "Evidence"), StringComparison.Ordinal);
        }

        Assert.Equal(before, await portal.PictureAsync());
    }

    [Fact]
    public async Task Post_NoFile_IsAskedFor()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.RecordAsync(Steps.EvidenceOf(portal.Signed, (await portal.DealAsync(portal.Signed)).Steps[0].Id), null);

        Assert.Equal("파일을 고르십시오", Steps.ErrorOf(page, "Evidence"));
    }

    [Fact]
    public async Task Post_StepThatIsRefused_StoresNoFile()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var before = await portal.PictureAsync();

        var early = await officer.RecordAsync(Steps.NextOf(portal.Signed), Steps.Typed(DealStage.Shipped, "1,234", "2026-11-01"), Steps.File(MadeFiles.Pdf, "선적.pdf"));
        var back = await officer.RecordAsync(Steps.NextOf(portal.Signed), Steps.Typed(DealStage.Pursued, "1,234", "2026-11-04"), Steps.File(MadeFiles.Pdf, "선적.pdf"));

        Assert.StartsWith("상담한 날보다", Steps.ErrorOf(early, "On"), StringComparison.Ordinal);
        Assert.NotEmpty(Steps.ErrorOf(back, "Stage"));
        Assert.Equal(before, await portal.PictureAsync());
    }

    /// <summary>A side exit has no figure that a file could stand behind; its page does not exist.</summary>
    [Fact]
    public async Task Get_EvidenceOfAStepWithoutFigure_IsNotFound()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var exit = (await portal.DealAsync(portal.Lost)).Steps.Single(step => step.Stage == DealStage.Lost).Id;

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync(Steps.EvidenceOf(portal.Lost, exit))).Status);
    }

    /// <summary>The body ends before anything reads it: a page says how large a file may be.</summary>
    [Theory]
    [InlineData("ko", "파일이 너무 큽니다", "20MB")]
    [InlineData("en", "The file is too large", "20 MB")]
    public async Task Post_RequestOverTheLimit_GetsAPageThatSaysSo(string language, string heading, string limit)
    {
        var officer = portal.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        var step = (await portal.DealAsync(portal.Signed)).Steps[0].Id;
        var before = await portal.PictureAsync();
        foreach (var address in new[] { Steps.EvidenceOf(portal.Signed, step), Steps.NextOf(portal.Signed), Steps.FirstOf(World.Ids.AWithNusantara), Steps.CorrectionOf(portal.Signed, step) })
        {
            var page = await officer.RecordAsync($"{address}?culture={language}", null, Steps.File(new byte[Features.Deals.EvidenceKeeping.RequestLimit + 1], "큼.pdf"));

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
            Assert.Equal(heading, page.Texts("h1")[0]);
            Assert.Contains(limit, page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, await portal.PictureAsync());
    }

    [Fact]
    public async Task Download_GivesTheBytesAsAnAttachment()
    {
        var key = await AttachAsync(Steps.File(MadeFiles.Pdf, "계약서.pdf", "text/html"));
        foreach (var who in new[] { World.Officer, World.Manager, World.Administrator, World.CompanyA })
        {
            using var answer = await (await portal.SignInAsync(who)).GetAsync($"/evidence/{key}");

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.ToString());
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("계약서.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal(MadeFiles.Pdf, await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Download_ByOthers_DoesNotExist()
    {
        var key = await AttachAsync(Steps.File(MadeFiles.Pdf, "계약서.pdf"));
        var b = await portal.SignInAsync(World.CompanyB);

        Assert.Equal(HttpStatusCode.NotFound, (await b.GetAsync($"/evidence/{key}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await b.PostAsync($"/evidence/{key}/removal", await b.GetPageAsync("/account/profile"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await b.GetAsync($"/evidence/{Guid.NewGuid()}")).StatusCode);
        var officer = await portal.SignInAsync(World.Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/evidence/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/evidence/1")).StatusCode);
        var manager = await portal.SignInAsync(World.Manager);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.PostAsync($"/evidence/{key}/removal", await manager.GetPageAsync("/account/profile"))).Status);
        Assert.Equal(Visitor.SignInAddress, (await portal.Visit().GetPageAsync($"/evidence/{key}")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"/evidence/{key}")).StatusCode);
    }

    /// <summary>Nothing that the store keeps has an address of its own.</summary>
    [Fact]
    public async Task StoredFile_IsServedUnderNoOtherAddress()
    {
        var key = await AttachAsync(Steps.File(MadeFiles.Pdf, "계약서.pdf"));
        await using var db = portal.Open();
        var stored = (await db.EvidenceFiles.SingleAsync(file => file.Key == key)).StoredAs;
        var officer = await portal.SignInAsync(World.Officer);

        foreach (var address in new[] { $"/{stored}", $"/files/{stored}", $"/App_Data/files/{stored}", $"/evidence/{stored}/x" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).StatusCode);
        }
    }

    [Theory]
    [InlineData(@"C:\Users\김담당\문서\계약서 최종.pdf", "계약서 최종.pdf")]
    [InlineData("../../wwwroot/계약서.pdf", "계약서.pdf")]
    [InlineData("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf")]
    [InlineData("a; filename=evil.exe; x=.pdf", "a; filename=evil.exe; x=.pdf")]
    [InlineData("‘따옴표’ 'single'.pdf", "‘따옴표’ 'single'.pdf")]
    public async Task FileName_IsShownAsTextAndGivenBack(string sent, string kept)
    {
        var key = await AttachAsync(Steps.File(MadeFiles.Pdf, sent));
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync($"/consultations/{World.Ids.AWithNusantara}");
        Assert.Equal(kept, page.Document.QuerySelector($"#amounts a[href='/evidence/{key}']")!.TextContent);
        using var answer = await officer.GetAsync($"/evidence/{key}");
        Assert.Equal(kept, answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    /// <summary>A composed name from a Mac is the same name.</summary>
    [Fact]
    public async Task FileName_FromAMac_IsComposed()
    {
        var key = await AttachAsync(Steps.File(MadeFiles.Pdf, "맥 계약서.pdf".Normalize(NormalizationForm.FormD)));

        using var answer = await (await portal.SignInAsync(World.Officer)).GetAsync($"/evidence/{key}");

        Assert.Equal("맥 계약서.pdf", answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    /// <summary>A script sends quotes behind backslashes, and what stands before the last backslash counts as a folder; the quote that is left does not end the name in the answer's header.</summary>
    [Fact]
    public async Task FileName_WithQuotes_DoesNotBreakTheHeader()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var step = (await portal.DealAsync(portal.Signed)).Steps[0].Id;
        var form = await officer.GetPageAsync(Steps.EvidenceOf(portal.Signed, step));
        using var all = Steps.File(MadeFiles.Pdf, """\"최종\" 계약서.pdf""").With([new("__RequestVerificationToken", form.Field("main input[name=__RequestVerificationToken]").Value)], quoted: true);
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Address) { Content = all };
        using var sent = await officer.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        await using var db = portal.Open();
        var kept = await db.EvidenceFiles.OrderByDescending(found => found.Id).FirstAsync();
        Assert.Equal("\" 계약서.pdf", kept.FileName);
        using var answer = await officer.GetAsync($"/evidence/{kept.Key}");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(kept.FileName, answer.Content.Headers.ContentDisposition.FileNameStar);
    }

    private static Upload Bad(string what) => what switch
    {
        "lies" => Steps.File(MadeFiles.Png, "계약서.pdf", "application/pdf"),
        "is not" => Steps.File("<html><script>alert(1)</script>"u8.ToArray(), "계약서.pdf", "application/pdf"),
        "macros" => Steps.File(MadeFiles.Office(MadeFiles.ExcelWithMacros), "명세.xlsx"),
        "empty" => Steps.File([], "계약서.pdf"),
        "too large" => Steps.File([.. MadeFiles.Pdf, .. new byte[FileLimits.Largest - MadeFiles.Pdf.Length + 1]], "계약서.pdf"),
        "program" => Steps.File([.. "MZ"u8, .. new byte[100]], "계약서.exe"),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };

    private Task<(int Count, decimal Amount)> DocumentedAsync() => SameFigures.OfAsync(portal, World.Ids.Underway, TotalFigure.ContractSigned, EvidenceTier.Documented);

    private async Task<Guid> AttachAsync(Upload file)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.RecordAsync(Steps.EvidenceOf(portal.Signed, (await portal.DealAsync(portal.Signed)).Steps[0].Id), null, file);
        Assert.Equal($"/consultations/{World.Ids.AWithNusantara}", page.Address.AbsolutePath);
        await using var db = portal.Open();
        return (await db.EvidenceFiles.OrderByDescending(kept => kept.Id).FirstAsync()).Key;
    }
}
