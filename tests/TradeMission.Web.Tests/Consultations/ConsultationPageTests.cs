using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Shared;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Consultations;

public sealed class ConsultationPageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_ShowsFiguresRatesBuyerStepAndHistory()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync($"/consultations/{World.Ids.AWithSaigon}?unit=usd");

        Assert.Equal("알파화장품 × Saigon Beauty JSC", page.Texts("h1")[0]);
        Assert.Contains("9,750.00", page.Texts(".totals")[0], StringComparison.Ordinal);
        var row = page.Texts("tbody tr")[0];
        Assert.Contains("KRW 13,000,000", row, StringComparison.Ordinal);
        Assert.Contains("1 KRW = 0.00075 USD", row, StringComparison.Ordinal);
        Assert.Contains("2026. 10. 30. · 한국은행", row, StringComparison.Ordinal);
        Assert.Contains("USD 9,750", row, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".timeline li"));
        Words.AssertPursuedIsNeverCalledWon(page);
    }

    [Fact]
    public async Task Get_OddFigures_WarnsOfEachAndRefusesNone()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var day = new DateOnly(2026, 11, 9);
        var id = await Entry.MakeAsync(portal, World.Ids.BuyerEdo, day, new Valued(new Money(1_000m, "EUR"), new FrozenRate(1.1m, new DateOnly(2026, 9, 1), "ECB")));
        await using (var db = portal.Open())
        {
            var made = await db.Consultations.SingleAsync(consultation => consultation.Id == id);
            World.Pursue(made, World.Usd(2_000m, day));
            await db.SaveChangesAsync();
        }

        var page = await officer.GetPageAsync($"/consultations/{id}");

        var warnings = page.Texts(".alert li");
        Assert.Equal(3, warnings.Count);
        Assert.Contains("계약추진액이 상담액보다 큽니다", warnings[0], StringComparison.Ordinal);
        Assert.Contains("벗어난 날짜입니다", warnings[1], StringComparison.Ordinal);
        Assert.Contains("31일 넘게", warnings[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NoRate_SaysThatItIsLeftOut()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync($"/consultations/{World.Ids.BWithNusantara}");

        Assert.Contains("IDR 50,000,000", page.Texts(".totals")[0], StringComparison.Ordinal);
        Assert.Contains("환율 없음 · 합계에서 뺌", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByItsCompany_ShowsItWithoutWhatIsTheCitysOwn()
    {
        var company = await portal.SignInAsync(World.CompanyA);

        var page = await company.GetPageAsync($"/consultations/{World.Ids.AWithNusantara}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("PT Nusantara Retail", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("현지 추천", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".timeline, main form:not([action='/deals/1/news']), a[href$='/edit'], a[href^='/buyers'], a[href^='/missions']"));
    }

    [Fact]
    public async Task Get_ByAnotherCompany_DoesNotExist()
    {
        var company = await portal.SignInAsync(World.CompanyB);

        Assert.Equal(HttpStatusCode.NotFound, (await company.GetPageAsync($"/consultations/{World.Ids.AWithNusantara}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await company.GetPageAsync($"/consultations/{World.Ids.BWithNusantara}")).Status);
    }

    [Fact]
    public async Task Get_ByAManager_OffersNothingToChange()
    {
        var manager = await portal.SignInAsync(World.Manager);

        var page = await manager.GetPageAsync($"/consultations/{World.Ids.AWithNusantara}");

        Assert.Empty(page.Document.QuerySelectorAll("main form, a[href$='/edit'], a[href$='/delete']"));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".timeline li"));
    }

    [Fact]
    public async Task Post_NextStepDone_IsRememberedTurnedBackAndReturnsOnlyWithinThePortal()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var address = $"/consultations/{World.Ids.AWithNusantara}";

        var done = await officer.SubmitAsync(await officer.GetPageAsync(address), form: "form[action$=next-step]");
        Assert.Contains("2026. 11. 4. 완료", done.Text, StringComparison.Ordinal);

        var open = await officer.SubmitAsync(done, form: "form[action$=next-step]");
        Assert.Contains("기한 2026. 11. 10.", open.Text, StringComparison.Ordinal);

        Assert.Equal("/missions", (await officer.PostAsync($"{address}/next-step", open, new() { ["done"] = "true", ["back"] = "/missions" })).Address.AbsolutePath);
        Assert.Equal(address, (await officer.PostAsync($"{address}/next-step", open, new() { ["done"] = "false", ["back"] = "//evil.example/" })).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync($"/consultations/{World.Ids.BWithHanoi}/next-step", open, new() { ["done"] = "true" })).Status);
    }

    [Fact]
    public async Task Get_InEnglish_SaysNothingInKoreanOfItsOwn()
    {
        var officer = portal.Visit();
        await officer.SignInAsync(World.Officer, World.Password);

        var page = await officer.GetPageAsync($"/consultations/{World.Ids.AWithSaigon}?culture=en");

        Assert.Equal("Alpha Cosmetics × Saigon Beauty JSC", page.Texts("h1")[0]);
        Assert.DoesNotContain("상담", page.Text, StringComparison.Ordinal);
        Words.AssertPursuedIsNeverCalledWon(page);
    }
}
