using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Deals;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Confirmations;

public sealed class OfficerAnswerTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Accept_Value_IsCorrectedAtItsFrozenRateAndConfirmed()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"c{asked.Krw}", "Disputed", "적게 적음", "1,500,000"));
        var answer = await asked.LastAnswerAsync(asked.Krw);

        var page = await ActAsync($"/answers/{answer.Id}/acceptance");

        Assert.Contains("corrected to what the company says", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll($"form[action='/answers/{answer.Id}/acceptance']"));
        var now = await asked.ConsultationAsync(asked.Krw);
        Assert.Equal((1_500_000m, "KRW", 0.0008m, FigureState.Confirmed), (now.Value!.Amount, now.Value.Currency, now.Value.Rate, now.Answer));
        Assert.Equal(1_200m, await asked.TierAsync(TotalFigure.ConsultationValue, EvidenceTier.Confirmed));
        await using var db = portal.Open();
        Assert.Equal([AnswerEnd.Accepted, null], await db.FigureAnswers.Where(own => own.ConsultationId == asked.Krw).OrderBy(own => own.Id).Select(own => own.End).ToListAsync());
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Accept_Step_IsCorrectedByAnotherStepThatIsConfirmed()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"s{asked.Step}", "Disputed", null, "18,000"));

        await ActAsync($"/answers/{(await asked.LastAnswerAsync(asked.Usd, asked.Step)).Id}/acceptance");

        var steps = (await asked.ConsultationAsync(asked.Usd)).Deals[0].Steps.OrderBy(step => step.Number).ToList();
        Assert.Equal([(true, 20_000m), (false, 18_000m)], steps.Select(step => (step.IsStruck, step.Value!.Amount)));
        Assert.Equal((FigureState.Confirmed, asked.Step), (steps[1].Answer, steps[1].CorrectsId));
        Assert.Equal((18_000m, 0m), (await asked.TierAsync(TotalFigure.ContractPursued, EvidenceTier.Confirmed), await asked.TierAsync(TotalFigure.ContractPursued, EvidenceTier.Recorded)));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    /// <summary>What was accepted is the company's word: when it changes, the company sees from what and why.</summary>
    [Fact]
    public async Task Accept_ThenEdit_IsUnconfirmedAgainFromWhatWasAccepted()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"c{asked.Usd}", "Disputed", null, "45,000"));
        await ActAsync($"/answers/{(await asked.LastAnswerAsync(asked.Usd)).Id}/acceptance");
        var officer = await portal.SignInAsync(World.Officer);

        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{asked.Usd}/edit"), new() { ["Value"] = "46,000", ["Reason"] = "계약서 확인" });

        var page = await (await asked.SignInAsync()).GetPageAsync($"{Asked.Mine}?culture=en");
        Assert.Matches("Changed from .*45,000.* to .*46,000.*계약서 확인", Assert.Single(page.Texts($"#c{asked.Usd} .said")));
        Assert.Equal(FigureState.Reopened, (await asked.ConsultationAsync(asked.Usd)).Answer);
    }

    [Fact]
    public async Task Reply_KeepsTheFigureAndAsksAgain()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"c{asked.Usd}", "Disputed", "너무 많음", "1"));

        await ReplyAsync((await asked.LastAnswerAsync(asked.Usd)).Id, "바이어가 그렇게 적었습니다");

        var now = await asked.ConsultationAsync(asked.Usd);
        Assert.Equal((50_000m, FigureState.Reopened), (now.Value!.Amount, now.Answer));
        var page = await (await asked.SignInAsync()).GetPageAsync($"{Asked.Mine}?culture=en");
        Assert.Contains("바이어가 그렇게 적었습니다", Assert.Single(page.Texts($"#c{asked.Usd} .said")), StringComparison.Ordinal);
        Assert.Contains("Please confirm again", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await asked.TokensAsync()).Count);
        Assert.Contains("바이어가 그렇게 적었습니다", await asked.LetterAsync(), StringComparison.Ordinal);
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Theory]
    [InlineData("")]
    [InlineData("long")]
    public async Task Reply_EmptyOrTooLong_SaysSoAndChangesNothing(string reply)
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"c{asked.Usd}", "Disputed", "너무 많음", null));
        var answer = await asked.LastAnswerAsync(asked.Usd);

        var page = await ReplyAsync(answer.Id, reply == "long" ? new string('x', 1001) : reply);

        Assert.Contains("Write a reply of at most", page.Text, StringComparison.Ordinal);
        Assert.True((await asked.LastAnswerAsync(asked.Usd)).Stands);
    }

    [Fact]
    public async Task TwoOfficers_TheSecondIsToldThatTheOtherWasQuicker()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"c{asked.Usd}", "Disputed", "너무 많음", "40,000"));
        var answer = await asked.LastAnswerAsync(asked.Usd);
        await ReplyAsync(answer.Id, "그대로 둡니다");

        var accepted = await ActAsync($"/answers/{answer.Id}/acceptance");
        var replied = await ReplyAsync(answer.Id, "나도 그대로 둡니다");

        Assert.Contains("There is nothing to accept", accepted.Text, StringComparison.Ordinal);
        Assert.Contains("There is nothing to reply to", replied.Text, StringComparison.Ordinal);
        Assert.Equal("그대로 둡니다", (await asked.LastAnswerAsync(asked.Usd)).EndNote);
        Assert.Equal(50_000m, (await asked.ConsultationAsync(asked.Usd)).Value!.Amount);
    }

    [Fact]
    public async Task Reply_ToAConfirmation_IsRefused()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"c{asked.Usd}", "Confirmed", null, null));

        await ReplyAsync((await asked.LastAnswerAsync(asked.Usd)).Id, "무엇을?");

        Assert.Equal(FigureState.Confirmed, (await asked.ConsultationAsync(asked.Usd)).Answer);
    }

    [Fact]
    public async Task Accept_WithoutProposal_IsRefused()
    {
        var asked = await Asked.MakeAsync(portal);
        await asked.AnswerAsync(($"c{asked.Usd}", "Disputed", "모름", null));

        var page = await ActAsync($"/answers/{(await asked.LastAnswerAsync(asked.Usd)).Id}/acceptance");

        Assert.Contains("There is nothing to accept", page.Text, StringComparison.Ordinal);
        Assert.Equal(FigureState.Disputed, (await asked.ConsultationAsync(asked.Usd)).Answer);
    }

    [Fact]
    public async Task UnknownAnswer_IsNotFound() => Assert.Equal(HttpStatusCode.NotFound, (await ActAsync("/answers/999999/acceptance")).Status);

    private async Task<Page> ActAsync(string address, Dictionary<string, string?>? fields = null)
    {
        var officer = await portal.SignInAsync(World.Officer);
        return await officer.PostAsync(address, await officer.GetPageAsync($"{Asked.Officers}?culture=en"), fields);
    }

    private Task<Page> ReplyAsync(long answer, string reply) => ActAsync($"/answers/{answer}/reply", new() { ["reply"] = reply });
}
