using System.Net;
using TradeMission.Domain.Deals;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>A wrong step is never changed: another stands in its place, or it is withdrawn; both say why.</summary>
public sealed class CorrectionTests(DealPortal portal) : IClassFixture<DealPortal>
{
    [Fact]
    public async Task Post_Correction_StrikesTheWrongStepAndMovesTotalsByTheDifference()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Committed, 20_000m, "2026-11-02"), (DealStage.Signed, 30_000m, "2026-11-03"));
        var wrong = (await portal.DealAsync(deal)).Steps.Single(step => step.Stage == DealStage.Signed);
        var before = await SameFigures.OfAsync(portal, World.Ids.Underway, TotalFigure.ContractSigned);

        var form = await officer.GetPageAsync(Steps.CorrectionOf(deal, wrong.Id));
        Assert.Equal("30,000", form.Field("[name=Amount]").Value);
        Assert.Equal("2026-11-03", form.Field("[name=On]").Value);
        Assert.Equal("사유를 적으십시오", Steps.ErrorOf(await officer.SubmitAsync(form, new() { ["Amount"] = "31,000.50" }), "Reason"));
        var page = await officer.SubmitAsync(form, new() { ["Amount"] = "31,000.50", ["Reason"] = "계약서와 <다름>" });

        var old = Steps.RowOf(page, wrong.Id);
        Assert.Equal(["계약체결", "2026. 11. 3.", "USD 30,000"], old.QuerySelectorAll("del").Select(struck => struck.TextContent));
        Assert.Equal("–", old.QuerySelectorAll("td")[2].TextContent.Trim());
        var now = (await portal.DealAsync(deal)).Steps.Single(step => step.CorrectsId == wrong.Id);
        var row = Steps.RowOf(page, now.Id);
        Assert.Empty(row.QuerySelectorAll("del"));
        Assert.Contains("USD 30,000에서 바로잡음", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("사유: 계약서와 <다름>", row.TextContent, StringComparison.Ordinal);
        Assert.Equal((before.Count, before.Amount + 1_000.50m), await SameFigures.OfAsync(portal, World.Ids.Underway, TotalFigure.ContractSigned));
        Assert.DoesNotContain("30,000.00", (await officer.GetPageAsync($"/consultations/{World.Ids.AWithNusantara}?unit=usd")).Texts($"#deal-{deal} ol")[0], StringComparison.Ordinal);
        await SameFigures.AssertAsync(portal, World.Ids.Underway);
    }

    [Fact]
    public async Task Post_Withdrawal_TakesTheStepOutOfEveryTotal()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Committed, 20_000m, "2026-11-02"), (DealStage.Signed, 30_000m, "2026-11-03"));
        var wrong = (await portal.DealAsync(deal)).Steps.Single(step => step.Stage == DealStage.Signed);
        var signed = await SameFigures.OfAsync(portal, World.Ids.Underway, TotalFigure.ContractSigned);
        var committed = await SameFigures.OfAsync(portal, World.Ids.Underway, TotalFigure.ContractCommitted);

        var unsaid = await officer.RecordAsync(Steps.WithdrawalOf(deal, wrong.Id), null);
        Assert.NotEmpty(Steps.ErrorOf(unsaid, "Reason"));
        var page = await officer.SubmitAsync(unsaid, new() { ["Reason"] = "다른 건의 계약임" });

        Assert.Contains("계약체결", Steps.RowOf(page, wrong.Id).QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("사유: 다른 건의 계약임", page.Texts("#amounts tbody")[0], StringComparison.Ordinal);
        Assert.StartsWith("수출확약(MOU)", Steps.Rung(page, deal), StringComparison.Ordinal);
        Assert.Equal((signed.Count - 1, signed.Amount - 30_000m), await SameFigures.OfAsync(portal, World.Ids.Underway, TotalFigure.ContractSigned));
        Assert.Equal((committed.Count + 1, committed.Amount + 20_000m), await SameFigures.OfAsync(portal, World.Ids.Underway, TotalFigure.ContractCommitted));
        await SameFigures.AssertAsync(portal, World.Ids.Underway);
    }

    [Fact]
    public async Task Post_EveryStepWithdrawn_LeavesADealOfNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Committed, 20_000m, "2026-11-02"));

        var page = await officer.RecordAsync(Steps.WithdrawalOf(deal, (await portal.DealAsync(deal)).Steps[0].Id), new() { ["Reason"] = "잘못 엶" });

        Assert.Empty(page.Texts($"#deal-{deal} ol > li.now"));
        Assert.Null((await portal.DealAsync(deal)).Stage);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetPageAsync("/deals")).Status);
        await SameFigures.AssertAsync(portal, World.Ids.Underway);
    }

    [Fact]
    public async Task Company_CorrectsItsOwnStepsAndNoOfficers()
    {
        var company = await portal.SignInAsync(World.CompanyA);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Signed, 20_000m, "2026-11-02"));
        var officers = (await portal.DealAsync(deal)).Steps[0];
        var page = await company.RecordAsync(Steps.NextOf(deal), Steps.Typed(DealStage.AdvanceReceived, "5,000", "2026-11-03"));
        var own = (await portal.DealAsync(deal)).Steps.Single(step => step.ByCompany);

        Assert.Empty(Steps.RowOf(page, officers.Id).QuerySelectorAll("a[href$='/correction'], a[href$='/withdrawal']"));
        Assert.Equal(2, Steps.RowOf(page, own.Id).QuerySelectorAll("a[href$='/correction'], a[href$='/withdrawal']").Length);
        foreach (var address in new[] { Steps.CorrectionOf(deal, officers.Id), Steps.WithdrawalOf(deal, officers.Id) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await company.GetPageAsync(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await company.PostAsync(address, page, Steps.Typed(DealStage.Signed, "1", "2026-11-02").With("Reason", "x"))).Status);
        }

        await company.RecordAsync(Steps.CorrectionOf(deal, own.Id), new() { ["Amount"] = "6,000", ["Reason"] = "입금액 착오" });

        Assert.Equal((6_000m, FigureState.Confirmed), (await portal.DealAsync(deal)).Steps.Where(step => step.CorrectsId == own.Id).Select(step => (step.Value!.Amount, step.Answer)).Single());
        await SameFigures.AssertAsync(portal, World.Ids.Underway);
    }

    /// <summary>Two people open the form of the same step; the second one's correction meets a step that no longer stands.</summary>
    [Theory]
    [InlineData("ko", "이미 바로잡은 단계입니다")]
    [InlineData("en", "This step has been corrected already")]
    public async Task Post_SecondCorrectionOfTheSameStep_IsRefused(string language, string message)
    {
        var officer = portal.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Signed, 20_000m, "2026-11-02"));
        var wrong = (await portal.DealAsync(deal)).Steps[0].Id;
        var first = await officer.GetPageAsync(Steps.CorrectionOf(deal, wrong) + "?culture=" + language);
        var second = await officer.GetPageAsync(Steps.CorrectionOf(deal, wrong) + "?culture=" + language);
        var third = await officer.GetPageAsync(Steps.WithdrawalOf(deal, wrong) + "?culture=" + language);
        await officer.SubmitAsync(first, new() { ["Amount"] = "21,000", ["Reason"] = "첫째" });
        var before = await portal.PictureAsync();

        var corrected = await officer.SubmitAsync(second, new() { ["Amount"] = "22,000", ["Reason"] = "둘째" });
        var withdrawn = await officer.SubmitAsync(third, new() { ["Reason"] = "셋째" });

        Assert.Equal(message, Steps.ErrorOf(corrected, "Reason"));
        Assert.Equal("22,000", corrected.Field("[name=Amount]").Value);
        Assert.Equal(message, Steps.ErrorOf(withdrawn, "Reason"));
        Assert.Equal(before, await portal.PictureAsync());
    }

    /// <summary>The step that took the deal up again keeps doing so unless somebody unticks that.</summary>
    [Fact]
    public async Task Post_CorrectionOfTheStepThatTookTheDealUpAgain_IsPossible()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Committed, 20_000m, "2026-11-02"), (DealStage.OnHold, null, "2026-11-02"));
        await officer.RecordAsync(Steps.NextOf(deal), Steps.Typed(DealStage.Signed, "12,000", "2026-11-04").With("Revives", "true").With("Reason", "다시 연락함"));
        var revival = (await portal.DealAsync(deal)).Steps.Single(step => step.Revives).Id;

        await officer.RecordAsync(Steps.CorrectionOf(deal, revival), new() { ["Amount"] = "13,000", ["Reason"] = "금액 착오" });

        Assert.Equal((13_000m, DealState.Open), ((await portal.DealAsync(deal)).ContractAmount, (await portal.DealAsync(deal)).State));
    }

    /// <summary>A correction may contradict a later step: that is said beside a field that the page has.</summary>
    [Fact]
    public async Task Post_CorrectionThatEndsTheDealBeforeALaterStep_IsRefusedBesideTheStage()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Committed, 20_000m, "2026-11-02"), (DealStage.Signed, 20_000m, "2026-11-03"));
        var step = (await portal.DealAsync(deal)).Steps.Single(step => step.Stage == DealStage.Committed).Id;
        var before = await portal.PictureAsync();

        var page = await officer.RecordAsync(Steps.CorrectionOf(deal, step), Steps.Typed(DealStage.Lost, null, "2026-11-02").With("Reason", "무산이었음"));

        Assert.StartsWith("보류되었거나 무산된 건입니다", Steps.ErrorOf(page, "Stage"), StringComparison.Ordinal);
        Assert.Equal(before, await portal.PictureAsync());
    }
}
