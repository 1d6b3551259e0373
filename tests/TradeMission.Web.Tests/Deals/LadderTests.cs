using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Web.Tests.Data;
using TradeMission.Web.Tests.Texts;

namespace TradeMission.Web.Tests.Deals;

/// <summary>Opening a deal and climbing its ladder; after each step every place says the same figures.</summary>
public sealed class LadderTests(DealPortal portal) : IClassFixture<DealPortal>
{
    [Fact]
    public async Task Post_EveryStageByAnOfficer_MovesEveryFigure()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var consultation = World.Ids.AWithNusantara;
        var mission = World.Ids.Underway;

        var opened = await officer.RecordAsync(Steps.FirstOf(consultation), Steps.Typed(DealStage.Pursued, "100,000", "2026-11-02").With("ExpectedOn", "2027-01-15").With("Likelihood", "High"));

        Assert.Equal($"/consultations/{consultation}", opened.Address.AbsolutePath);
        Assert.Contains("계약 건을 열었습니다", opened.Source, StringComparison.Ordinal);
        var deal = await LastDealAsync();
        Assert.Equal($"#deal-{deal}", opened.Address.Fragment);
        Assert.Contains("가능성 높음 · 예상 2027. 1. 15.", Steps.Rung(opened, deal), StringComparison.Ordinal);
        (DealStage Stage, string Amount, string Currency, string On, decimal Contract, string Shown)[] rungs =
        [
            (DealStage.Committed, "95,000", "USD", "2026-11-02", 95_000m, "95,000.00"),
            (DealStage.Signed, "9.25", "USD", "2026-11-03", 92_500m, "92,500.00"),
            (DealStage.AdvanceReceived, "40,000,000", "KRW", "2026-11-03", 92_500m, "30,000.00"),
            (DealStage.Shipped, "92,500", "USD", "2026-11-04", 92_500m, "92,500.00"),
            (DealStage.Paid, "62,500", "USD", "2026-11-04", 92_500m, "62,500.00"),
        ];
        await SameFigures.AssertAsync(portal, mission);
        foreach (var (stage, amount, currency, on, contract, shown) in rungs)
        {
            var figure = TotalFigure.ContractPursued + (int)stage;
            var before = await SameFigures.OfAsync(portal, mission, figure);
            var fields = Steps.Typed(stage, amount, on, currency).With("Note", $"비고 <{stage}>");
            await officer.RecordAsync(Steps.NextOf(deal), stage == DealStage.Signed ? fields.With("AmountUnit", "Man") : fields);

            var page = await officer.GetPageAsync($"/consultations/{consultation}?unit=usd");
            Assert.StartsWith(Resources.Korean[$"Words.DealStage.{stage}"], Steps.Rung(page, deal), StringComparison.Ordinal);
            Assert.Contains(shown, Steps.Rung(page, deal), StringComparison.Ordinal);
            Assert.Contains($"비고 <{stage}>", page.Texts("#amounts tbody")[0], StringComparison.Ordinal);
            Assert.Equal((before.Count + 1, before.Amount + contract), await SameFigures.OfAsync(portal, mission, figure));
            await SameFigures.AssertAsync(portal, mission);
        }

        var whole = await officer.GetPageAsync($"/consultations/{consultation}?unit=usd");
        Assert.Equal(
            ["계약추진 100,000.00", "수출확약(MOU) 95,000.00", "계약체결 92,500.00", "선수금 수령 30,000.00", "선적·통관 92,500.00", "대금완료 62,500.00"],
            whole.Document.QuerySelectorAll($"#deal-{deal} ol.ladder > li").Select(rung => $"{rung.QuerySelector("b")!.TextContent} {rung.QuerySelector(".amt")!.FirstChild!.TextContent.Trim()}"));
        Assert.Contains("1 KRW = 0.00075 USD", whole.Texts("#amounts tbody")[0], StringComparison.Ordinal);
        Assert.Contains("2026. 10. 30. · 한국은행", whole.Texts("#amounts tbody")[0], StringComparison.Ordinal);
        Assert.Equal("김담당", (await portal.DealAsync(deal)).Owner);
    }

    [Fact]
    public async Task Get_AmountsWithoutRate_AreSaidToBeLeftOut()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Signed, 20_000m, "2026-11-02"));
        await officer.RecordAsync(Steps.NextOf(deal), Steps.Typed(DealStage.Shipped, "1,000", "2026-11-03"));
        await officer.RecordAsync(Steps.NextOf(deal), Steps.Typed(DealStage.Shipped, "700", "2026-11-03", "XAF"));

        var page = await officer.RecordAsync(Steps.NextOf(deal), Steps.Typed(DealStage.Paid, "700", "2026-11-04", "XAF"));

        var rungs = page.Texts($"#deal-{deal} ol.ladder > li");
        Assert.Contains("0.1만불", rungs.Single(rung => rung.StartsWith("선적", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("환율 없어 뺀 기록 1건", rungs.Single(rung => rung.StartsWith("선적", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(Resources.Korean["Shared.RateMissing"], rungs.Single(rung => rung.StartsWith("대금", StringComparison.Ordinal)), StringComparison.Ordinal);
        await SameFigures.AssertAsync(portal, World.Ids.Underway);
    }

    [Fact]
    public async Task Post_ByTheCompanyOnItsOwnDeal_CountsAsConfirmed()
    {
        var company = await portal.SignInAsync(World.CompanyA);
        var before = await SameFigures.OfAsync(portal, World.Ids.Underway, TotalFigure.Shipped, EvidenceTier.Confirmed);

        var page = await company.RecordAsync(Steps.NextOf(portal.Signed), Steps.Typed(DealStage.Shipped, "1,000.25", "2026-11-04"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal($"/consultations/{World.Ids.AWithNusantara}", page.Address.AbsolutePath);
        Assert.Contains("기업 확인", Steps.Rung(page, portal.Signed), StringComparison.Ordinal);
        Assert.Equal((before.Count + 1, before.Amount + 1_000.25m), await SameFigures.OfAsync(portal, World.Ids.Underway, TotalFigure.Shipped, EvidenceTier.Confirmed));
        await SameFigures.AssertAsync(portal, World.Ids.Underway);
    }

    [Fact]
    public async Task Post_FirstStepByTheCompany_OpensItsDealThatNobodyFollowsYet()
    {
        var company = await portal.SignInAsync(World.CompanyB);

        await company.RecordAsync(Steps.FirstOf(World.Ids.BWithNusantara), Steps.Typed(DealStage.Committed, "3,000", "2026-11-03"));

        var deal = await portal.DealAsync(await LastDealAsync());
        Assert.Equal((World.Ids.BWithNusantara, null, EvidenceTier.Confirmed), (deal.ConsultationId, deal.Owner, deal.Tier));
        await SameFigures.AssertAsync(portal, World.Ids.Underway);
    }

    [Fact]
    public async Task AnotherCompanysDeal_DoesNotExist()
    {
        var company = await portal.SignInAsync(World.CompanyA);
        var step = (await portal.DealAsync(portal.OfB)).Steps[0].Id;
        var token = await company.GetPageAsync(Steps.NextOf(portal.Signed));
        var before = await portal.PictureAsync();
        foreach (var address in new[] { Steps.FirstOf(World.Ids.BWithHanoi), Steps.NextOf(portal.OfB), Steps.CorrectionOf(portal.OfB, step), Steps.WithdrawalOf(portal.OfB, step), Steps.EvidenceOf(portal.OfB, step), Steps.NextOf(9999) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await company.GetPageAsync(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await company.PostAsync(address, token, Steps.Typed(DealStage.Signed, "1", "2026-11-06").With("Reason", "x"))).Status);
        }

        // A step of B's is none of A's deal, either.
        Assert.Equal(HttpStatusCode.NotFound, (await company.GetPageAsync(Steps.EvidenceOf(portal.Signed, step))).Status);
        Assert.Equal(before, await portal.PictureAsync());
    }

    [Fact]
    public async Task Manager_ReadsAndMayNotPost()
    {
        var manager = await portal.SignInAsync(World.Manager);
        var step = (await portal.DealAsync(portal.Signed)).Steps[0].Id;

        var page = await manager.GetPageAsync($"/consultations/{World.Ids.AWithNusantara}");

        Assert.NotEmpty(Steps.Ladder(page, portal.Signed));
        Assert.Empty(page.Document.QuerySelectorAll("main form, a[href$='/new'], a[href$='/correction'], a[href$='/withdrawal'], a[href$='/evidence'], a[href$='/follow-up']"));
        var before = await portal.PictureAsync();
        var token = await manager.GetPageAsync("/account/profile");
        foreach (var address in new[] { Steps.FirstOf(World.Ids.BWithHanoi), Steps.NextOf(portal.OfB), Steps.CorrectionOf(portal.Signed, step), Steps.WithdrawalOf(portal.Signed, step), Steps.EvidenceOf(portal.Signed, step) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await manager.PostAsync(address, token, Steps.Typed(DealStage.Signed, "1", "2026-11-04"))).Status);
        }

        Assert.Equal(before, await portal.PictureAsync());
    }

    [Theory]
    [InlineData(DealStage.OnHold, DealState.OnHold, TotalFigure.ContractOnHold, "바이어가 예산을 <미룸>")]
    [InlineData(DealStage.Lost, DealState.Lost, TotalFigure.ContractLost, "가격 차이")]
    public async Task Post_ExitAndTakingUpAgain_SayWhy(DealStage exit, DealState state, TotalFigure figure, string reason)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Committed, 11_000m, "2026-11-02"));
        var before = await SameFigures.OfAsync(portal, World.Ids.Underway, figure);

        Assert.Equal("사유를 적으십시오", Steps.ErrorOf(await officer.RecordAsync(Steps.NextOf(deal), Steps.Typed(exit, null, "2026-11-03")), "Reason"));
        var ended = await officer.RecordAsync(Steps.NextOf(deal), Steps.Typed(exit, null, "2026-11-03").With("Reason", reason));

        Assert.Contains(reason, ended.Texts($"#deal-{deal} .note")[0], StringComparison.Ordinal);
        Assert.Contains(Resources.Korean[$"Words.DealState.{state}"], ended.Texts($"#deal-{deal} h2")[0], StringComparison.Ordinal);
        Assert.Equal((before.Count + 1, before.Amount + 11_000m), await SameFigures.OfAsync(portal, World.Ids.Underway, figure));
        await SameFigures.AssertAsync(portal, World.Ids.Underway);

        var form = await officer.GetPageAsync(Steps.NextOf(deal));
        Assert.Contains("다시 진행", form.Texts(".alert")[0], StringComparison.Ordinal);
        var again = Steps.Typed(DealStage.Signed, "12,000", "2026-11-04");
        Assert.StartsWith("보류되었거나 무산된 건입니다", Steps.ErrorOf(await officer.SubmitAsync(form, again), "Revives"), StringComparison.Ordinal);
        Assert.Equal("사유를 적으십시오", Steps.ErrorOf(await officer.SubmitAsync(form, again.With("Revives", "true")), "Reason"));
        var revived = await officer.SubmitAsync(form, again.With("Reason", "바이어가 다시 연락함"));

        Assert.StartsWith("계약체결", Steps.Rung(revived, deal), StringComparison.Ordinal);
        Assert.Contains("사유: 바이어가 다시 연락함", revived.Texts("#amounts tbody")[0], StringComparison.Ordinal);
        Assert.Contains($"사유: {reason}", revived.Texts("#amounts tbody")[0], StringComparison.Ordinal);
        Assert.Equal(before, await SameFigures.OfAsync(portal, World.Ids.Underway, figure));
        await SameFigures.AssertAsync(portal, World.Ids.Underway);
    }

    private async Task<long> LastDealAsync()
    {
        await using var db = portal.Open();
        return await db.Deals.MaxAsync(deal => deal.Id);
    }
}
