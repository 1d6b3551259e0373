using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Deals;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Confirmations;

public sealed class CompanyAnswerTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Answer_ConfirmedCountsAsConfirmed_DisputedAndUnansweredDoNot()
    {
        var asked = await Asked.MakeAsync(portal);

        await asked.AnswerAsync(($"c{asked.Usd}", "Confirmed", null, null), ($"s{asked.Step}", "Disputed", "다릅니다", null));

        Assert.Equal((50_000m, 800m), (await asked.TierAsync(TotalFigure.ConsultationValue, EvidenceTier.Confirmed), await asked.TierAsync(TotalFigure.ConsultationValue, EvidenceTier.Recorded)));
        Assert.Equal((0m, 20_000m), (await asked.TierAsync(TotalFigure.ContractPursued, EvidenceTier.Confirmed), await asked.TierAsync(TotalFigure.ContractPursued, EvidenceTier.Recorded)));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Answer_AllOpenFiguresAreRight_ConfirmsThemAndFinishesTheRequest()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AskAsync();
        await asked.AnswerAsync(($"s{asked.Step}", "Disputed", "다릅니다", null));
        var company = await asked.SignInAsync();

        var page = await company.SubmitAsync(await company.GetPageAsync($"{Asked.Mine}?culture=en"), null, "form.figures", "button[name=All]");

        Assert.Contains("2 answers received", page.Text, StringComparison.Ordinal);
        Assert.Equal(50_800m, await asked.TierAsync(TotalFigure.ConsultationValue, EvidenceTier.Confirmed));
        Assert.Equal(FigureState.Disputed, (await asked.LastAnswerAsync(asked.Usd, asked.Step)).Verdict);
        await using var db = portal.Open();
        Assert.True((await db.ConfirmationRequests.SingleAsync(request => request.ParticipationId == asked.Participation)).IsAnswered);
        Assert.Empty(await asked.TokensAsync());
    }

    [Fact]
    public async Task Withdraw_TakesTheAnswerBack()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"c{asked.Usd}", "Confirmed", null, null));
        var answer = await asked.LastAnswerAsync(asked.Usd);
        var company = await asked.SignInAsync();

        var page = await company.SubmitAsync(await company.GetPageAsync($"{Asked.Mine}?culture=en"), null, "form.figures", $"button[formaction='/my/answers/{answer.Id}/withdrawal']");

        Assert.Contains("taken back", page.Text, StringComparison.Ordinal);
        Assert.Equal(AnswerEnd.Withdrawn, (await asked.LastAnswerAsync(asked.Usd)).End);
        Assert.Equal(FigureState.Unanswered, (await asked.ConsultationAsync(asked.Usd)).Answer);
        Assert.Contains("dealt with already", (await company.PostAsync($"/my/answers/{answer.Id}/withdrawal", page)).Text, StringComparison.Ordinal);
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task OtherCompanysAnswersAndMissions_AreNotFound()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"c{asked.Usd}", "Confirmed", null, null));
        var answer = await asked.LastAnswerAsync(asked.Usd);
        var other = await portal.SignInAsync(World.CompanyB);
        var page = await other.GetPageAsync(Asked.Mine);

        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/my/answers/{answer.Id}/withdrawal", page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/my/missions/{World.Ids.Closed}/answers", page)).Status);
        Assert.True((await asked.LastAnswerAsync(asked.Usd)).Stands);
    }

    [Theory]
    [InlineData(null, null, "Comment", "Write the right figure or a comment")]
    [InlineData("x", "many", "Proposed", null)]
    [InlineData("x", "-5", "Proposed", null)]
    [InlineData("x", "1000.50", "Proposed", null)]
    [InlineData("x", "999999999999999", "Proposed", null)]
    [InlineData("long", null, "Comment", "A comment has at most 1,000 characters")]
    public async Task Answer_Wrong_SaysSoBesideTheLineKeepsWhatWasTypedAndChangesNothing(string? comment, string? proposed, string field, string? message)
    {
        var asked = await Asked.MakeAsync(portal);
        comment = comment == "long" ? new string('x', 1001) : comment;

        var page = await asked.AnswerAsync(($"c{asked.Usd}", "Confirmed", null, null), ($"c{asked.Krw}", "Disputed", comment, proposed));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var said = Assert.Single(page.Texts($"#c{asked.Krw} .form-hint-invalid"));
        Assert.Empty(page.Texts($"#c{asked.Usd} .form-hint-invalid"));
        Assert.True(message is null || said.Replace(",", "", StringComparison.Ordinal).Contains(message.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal), said);
        var name = Asked.NameOf(page, $"c{asked.Krw}");
        Assert.Equal((comment ?? "", proposed ?? ""), (page.Field($"[name='{name}.Comment']").Value, page.Field($"[name='{name}.Proposed']").Value));
        Assert.True(page.Field($"[name='{name}.Verdict'][value=Disputed]").IsChecked);
        var target = page.Document.QuerySelector("#error-summary a")!.GetAttribute("href")![1..];
        Assert.Equal($"{name}.{field}", page.Document.GetElementById(target)?.GetAttribute("name"));
        Assert.Equal(0, await asked.AnswersAsync());
        Assert.Equal(FigureState.Unanswered, (await asked.ConsultationAsync(asked.Usd)).Answer);
    }

    [Fact]
    public async Task Answer_FigureChangedSinceThePageWasOpened_IsRefusedWithTheRest()
    {
        var asked = await Asked.MakeAsync(portal);
        var company = await asked.SignInAsync();
        var open = await company.GetPageAsync($"{Asked.Mine}?culture=en");
        await using (var db = portal.Open())
        {
            (await db.Consultations.SingleAsync(consultation => consultation.Id == asked.Usd)).Value = World.Usd(51_000m, new DateOnly(2026, 11, 2));
            await db.SaveChangesAsync();
        }

        var page = await Asked.SendAsync(company, open, ($"c{asked.Usd}", "Confirmed", null, null), ($"c{asked.Krw}", "Confirmed", null, null));

        Assert.Contains("The figure has changed meanwhile", Assert.Single(page.Texts($"#c{asked.Usd} .form-hint-invalid")), StringComparison.Ordinal);
        Assert.Equal(0, await asked.AnswersAsync());
    }

    /// <summary>A corrected step is another figure, under another key: the line must not fall out of the form in silence.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_StepCorrectedSinceThePageWasOpened_IsRefusedWithTheRest(bool all)
    {
        var asked = await Asked.MakeAsync(portal);
        var company = await asked.SignInAsync();
        var open = await company.GetPageAsync($"{Asked.Mine}?culture=en");
        var corrected = await CorrectAsync(asked, asked.Step, 20_000m, "날짜만 고침");

        var page = all
            ? await company.SubmitAsync(open, null, "form.figures", "button[name=All]")
            : await Asked.SendAsync(company, open, ($"c{asked.Usd}", "Confirmed", null, null), ($"s{asked.Step}", "Disputed", "내 설명", null));

        Assert.Contains("The figure has changed meanwhile", Assert.Single(page.Texts($"#s{corrected} .form-hint-invalid")), StringComparison.Ordinal);
        Assert.True(all || page.Field($"[name='{Asked.NameOf(page, $"s{corrected}")}.Comment']").Value == "내 설명");
        Assert.Equal(0, await asked.AnswersAsync());
    }

    [Fact]
    public async Task Answer_StepWithdrawnSinceThePageWasOpened_IsRefusedWithTheRest()
    {
        var asked = await Asked.MakeAsync(portal);
        var company = await asked.SignInAsync();
        var open = await company.GetPageAsync($"{Asked.Mine}?culture=en");
        await WithdrawAsync(asked, asked.Step);

        var page = await Asked.SendAsync(company, open, ($"c{asked.Usd}", "Confirmed", null, null), ($"s{asked.Step}", "Confirmed", null, null));

        Assert.Contains("The figure has changed meanwhile", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await asked.AnswersAsync());
    }

    [Fact]
    public async Task EditConsultation_ConfirmedValue_NeedsAReasonAndIsUnconfirmedForBothSides()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"c{asked.Usd}", "Confirmed", null, null));
        var officer = await portal.SignInAsync(World.Officer);
        var address = $"/consultations/{asked.Usd}/edit?culture=en";

        var refused = await officer.SubmitAsync(await officer.GetPageAsync(address), new() { ["Value"] = "55,000" });
        Assert.Equal(50_000m, (await asked.ConsultationAsync(asked.Usd)).Value!.Amount);
        Assert.Equal($"/consultations/{asked.Usd}/edit", refused.Address.AbsolutePath);
        var saved = await officer.SubmitAsync(await officer.GetPageAsync(address), new() { ["Value"] = "55,000", ["Reason"] = "견적서가 다시 왔음" });

        Assert.Equal($"/consultations/{asked.Usd}", saved.Address.AbsolutePath);
        var now = await asked.ConsultationAsync(asked.Usd);
        Assert.Equal((55_000m, FigureState.Reopened), (now.Value!.Amount, now.Answer));
        Assert.Equal((AnswerEnd.FigureChanged, "견적서가 다시 왔음"), Ended(await asked.LastAnswerAsync(asked.Usd)));
        Assert.Contains("견적서가 다시 왔음", saved.Text, StringComparison.Ordinal);
        AssertChanged(await (await asked.SignInAsync()).GetPageAsync($"{Asked.Mine}?culture=en"), $"c{asked.Usd}", "50,000", "55,000", "견적서가 다시 왔음");
        Assert.Equal(0m, await asked.TierAsync(TotalFigure.ConsultationValue, EvidenceTier.Confirmed));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task CorrectStep_Confirmed_IsUnconfirmedAndTheCompanySeesWhyHoweverOften()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"s{asked.Step}", "Confirmed", null, null));
        Assert.Equal(20_000m, await asked.TierAsync(TotalFigure.ContractPursued, EvidenceTier.Confirmed));

        var second = await CorrectAsync(asked, asked.Step, 21_000m, "첫째 사유");
        Assert.Equal(AnswerEnd.FigureChanged, (await asked.LastAnswerAsync(asked.Usd, asked.Step)).End);
        var company = await asked.SignInAsync();
        AssertChanged(await company.GetPageAsync($"{Asked.Mine}?culture=en"), $"s{second}", "20,000", "21,000", "첫째 사유");
        var third = await CorrectAsync(asked, second, 22_000m, "둘째 사유");

        AssertChanged(await company.GetPageAsync($"{Asked.Mine}?culture=en"), $"s{third}", "21,000", "22,000", "둘째 사유");
        Assert.Equal((0m, 22_000m), (await asked.TierAsync(TotalFigure.ContractPursued, EvidenceTier.Confirmed), await asked.TierAsync(TotalFigure.ContractPursued, EvidenceTier.Recorded)));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task WithdrawStep_Disputed_EndsTheDispute()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"s{asked.Step}", "Disputed", "그런 계약은 없음", null));

        await WithdrawAsync(asked, asked.Step);

        Assert.Equal((AnswerEnd.FigureChanged, "없던 일"), Ended(await asked.LastAnswerAsync(asked.Usd, asked.Step)));
        Assert.DoesNotContain("그런 계약은 없음", (await (await portal.SignInAsync(World.Manager)).GetPageAsync(Asked.Officers)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditConsultation_ToAnotherCompany_TakesNoAnswersAlong()
    {
        var (asked, other) = (await Asked.MakeAsync(portal), await Asked.MakeAsync(portal));
        await asked.AnswerAsync(($"c{asked.Usd}", "Confirmed", null, null), ($"s{asked.Step}", "Confirmed", null, null));
        var officer = await portal.SignInAsync(World.Officer);

        await officer.SubmitAsync(
            await officer.GetPageAsync($"/consultations/{asked.Usd}/edit"), new() { ["ParticipationId"] = $"{other.Participation}", ["Reason"] = "기업을 잘못 적음", ["HeldOn"] = "2026-11-03" });

        var now = await asked.ConsultationAsync(asked.Usd);
        Assert.Equal((other.Participation, FigureState.Unanswered, FigureState.Unanswered), (now.ParticipationId, now.Answer, now.Deals[0].Steps[0].Answer));
        Assert.Equal((AnswerEnd.FigureChanged, "기업을 잘못 적음"), Ended(await asked.LastAnswerAsync(asked.Usd)));
        Assert.Equal(0m, await other.TierAsync(TotalFigure.ConsultationValue, EvidenceTier.Confirmed));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task LateRate_DoesNotReopen()
    {
        var asked = await Asked.MakeAsync(portal);
        await using (var db = portal.Open())
        {
            (await db.Consultations.SingleAsync(consultation => consultation.Id == asked.Krw)).Value = new(new(3_000_000m, "KRW"), null);
            await db.SaveChangesAsync();
        }

        await asked.AnswerAsync(($"c{asked.Krw}", "Confirmed", null, null));
        await using (var db = portal.Open())
        {
            var consultation = await db.Consultations.SingleAsync(consultation => consultation.Id == asked.Krw);
            consultation.Value = new(consultation.Value!.Money, new(0.0007m, new DateOnly(2026, 11, 2), "늦은 환율"));
            await db.SaveChangesAsync();
        }

        Assert.Equal(FigureState.Confirmed, (await asked.ConsultationAsync(asked.Krw)).Answer);
        Assert.Equal(2_100m, await asked.TierAsync(TotalFigure.ConsultationValue, EvidenceTier.Confirmed));
        Assert.True((await asked.LastAnswerAsync(asked.Krw)).Stands);
    }

    [Fact]
    public async Task Delete_AnsweredConsultationOrAskedCompany_SaysWhatHangsOnIt()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AskAsync();
        await asked.AnswerAsync(($"c{asked.Krw}", "Confirmed", null, null));
        var officer = await portal.SignInAsync(World.Officer);

        var consultation = await officer.GetPageAsync($"/consultations/{asked.Krw}/delete?culture=en");
        var answer = await officer.PostAsync($"/consultations/{asked.Krw}/delete", consultation);
        var company = await officer.GetPageAsync($"/missions/{World.Ids.Underway}/participations/{asked.Participation}/delete?culture=en");

        Assert.Contains("The company has answered a figure", consultation.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("The company was asked to confirm", company.Text, StringComparison.Ordinal);
        Assert.NotNull(await asked.ConsultationAsync(asked.Krw));
    }

    /// <summary>By the officer's form.</summary>
    /// <returns>The step that stands now.</returns>
    internal static async Task<long> CorrectAsync(Asked asked, long step, decimal amount, string reason)
    {
        var officer = await asked.Portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"/deals/{asked.Deal}/steps/{step}/correction");
        var page = await officer.SubmitAsync(form, new() { ["Amount"] = amount.ToString("0.00", CultureInfo.InvariantCulture), ["AmountUnit"] = "usd", ["Reason"] = reason });
        await using var db = asked.Portal.Open();
        return await db.DealSteps.Where(own => own.CorrectsId == step).Select(own => (long?)own.Id).SingleOrDefaultAsync() ?? throw new InvalidOperationException(page.Text);
    }

    private static async Task WithdrawAsync(Asked asked, long step)
    {
        var officer = await asked.Portal.SignInAsync(World.Officer);
        await officer.SubmitAsync(await officer.GetPageAsync($"/deals/{asked.Deal}/steps/{step}/withdrawal"), new() { ["Reason"] = "없던 일" });
    }

    private static (AnswerEnd?, string?) Ended(FigureAnswer answer) => (answer.End, answer.EndNote);

    private static void AssertChanged(Page page, string figure, string from, string to, string reason)
    {
        var said = Assert.Single(page.Texts($"#{figure} .said"));
        Assert.Matches($"Changed from .*{from}.* to .*{to}.*{reason}", said);
    }
}
