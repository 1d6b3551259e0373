using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Confirmations;

/// <summary>Whatever company and officers do one after the other, through the pages.</summary>
public sealed class ConfirmationRandomTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly Gen<Operation[]> Operations = Gen.Select(Gen.Enum<Act>(), Gen.Int[0, 20], Gen.Int[1, 40_000], (act, pick, amount) => new Operation(act, pick, amount)).Array[4, 14];

    [Fact]
    public Task AnyActs_TotalsAreTheRecordsAndOnlyConfirmedFiguresAreConfirmed() => Operations.SampleAsync(
        async operations =>
        {
            var asked = await Asked.MakeAsync(portal);
            foreach (var operation in operations)
            {
                await DoAsync(asked, operation);
                await AssertTrueAsync(asked);
                await Recorded.AssertTotalsAsync(portal.Database);
            }
        },
        iter: 12,
        threads: 1,
        print: operations => string.Join("; ", operations.Select(operation => operation.ToString())));

    private async Task DoAsync(Asked asked, Operation operation)
    {
        var amount = operation.Amount.ToString(CultureInfo.InvariantCulture);
        switch (operation.Act)
        {
            case Act.Ask:
                await asked.AskAsync();
                break;
            case Act.Confirm:
                await AnswerAsync(asked, operation.Pick, "Confirmed", null, null);
                break;
            case Act.Dispute:
                await AnswerAsync(asked, operation.Pick, "Disputed", "다릅니다", operation.Pick % 3 == 0 ? null : amount);
                break;
            case Act.AllRight:
                var company = await asked.SignInAsync();
                var page = await company.GetPageAsync(Asked.Mine);
                if (OpenOf(page).Count > 0)
                {
                    await company.SubmitAsync(page, null, "form.figures", "button[name=All]");
                }

                break;
            case Act.Withdraw when await StandingAsync(asked, operation.Pick, disputed: false) is { } answer:
                var owner = await asked.SignInAsync();
                await owner.PostAsync($"/my/answers/{answer}/withdrawal", await owner.GetPageAsync(Asked.Mine));
                break;
            case Act.Edit:
                await EditAsync(operation.Pick % 2 == 0 ? asked.Usd : asked.Krw, amount);
                break;
            case Act.Correct:
                await CompanyAnswerTests.CorrectAsync(asked, (await asked.ConsultationAsync(asked.Usd)).Deals[0].Steps.Single(step => step.Stands).Id, operation.Amount, "고침");
                break;
            case Act.Accept when await StandingAsync(asked, operation.Pick, disputed: true) is { } answer:
                await ActAsync($"/answers/{answer}/acceptance", []);
                break;
            case Act.Reply when await StandingAsync(asked, operation.Pick, disputed: true) is { } answer:
                await ActAsync($"/answers/{answer}/reply", new() { ["reply"] = "그대로 둡니다" });
                break;
        }
    }

    /// <summary>Each figure says what its standing answer says, and that was said of the figure as it is.</summary>
    private static async Task AssertTrueAsync(Asked asked)
    {
        await using var db = asked.Portal.Open();
        var consultations = await db.Consultations.AsNoTracking().Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps)
            .Where(consultation => consultation.ParticipationId == asked.Participation).ToListAsync();
        var standing = (await db.FigureAnswers.AsNoTracking().Where(answer => answer.Consultation.ParticipationId == asked.Participation && answer.End == null).ToListAsync())
            .ToDictionary(answer => (answer.ConsultationId, answer.DealStepId));
        var figures = consultations.Select(consultation => (Key: (consultation.Id, (long?)null), Value: consultation.Value!, consultation.Answer))
            .Concat(consultations.SelectMany(consultation => consultation.Deals.SelectMany(deal => deal.Steps).Where(step => step.Stands)
                .Select(step => (Key: (consultation.Id, (long?)step.Id), Value: step.Value!, step.Answer))))
            .ToList();
        Assert.Empty(standing.Keys.Except(figures.Select(figure => figure.Key)));
        foreach (var (key, value, state) in figures)
        {
            if (standing.TryGetValue(key, out var answer))
            {
                Assert.Equal((answer.Verdict, answer.Amount, answer.Currency), (state, value.Amount, value.Currency));
            }
            else
            {
                Assert.True(state is FigureState.Unanswered or FigureState.Reopened, $"{key} is {state}");
            }
        }

        Assert.Equal(
            consultations.Where(consultation => consultation.Answer == FigureState.Confirmed).Sum(consultation => consultation.Value!.BaseAmount ?? 0),
            await asked.TierAsync(TotalFigure.ConsultationValue, EvidenceTier.Confirmed));
    }

    private static async Task AnswerAsync(Asked asked, int pick, string verdict, string? comment, string? proposed)
    {
        var company = await asked.SignInAsync();
        var page = await company.GetPageAsync(Asked.Mine);
        if (OpenOf(page) is { Count: > 0 } open)
        {
            await Asked.SendAsync(company, page, (open[pick % open.Count], verdict, comment, proposed));
        }
    }

    private static List<string> OpenOf(Page page) =>
        [.. page.Document.QuerySelectorAll(".figure-card").Where(card => card.QuerySelector("input[name$='.Verdict']") is not null).Select(card => card.Id!)];

    private static async Task<long?> StandingAsync(Asked asked, int pick, bool disputed)
    {
        await using var db = asked.Portal.Open();
        var answers = await db.FigureAnswers.Where(answer => answer.Consultation.ParticipationId == asked.Participation && answer.End == null && (!disputed || answer.Verdict == FigureState.Disputed))
            .OrderBy(answer => answer.Id).Select(answer => answer.Id).ToListAsync();
        return answers.Count == 0 ? null : answers[pick % answers.Count];
    }

    private async Task EditAsync(long consultation, string amount)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"/consultations/{consultation}/edit");
        var changes = new Dictionary<string, string?> { ["Value"] = amount };
        if (form.Document.QuerySelector("[name=Reason]") is not null)
        {
            changes["Reason"] = "고침";
        }

        await officer.SubmitAsync(form, changes);
    }

    private async Task ActAsync(string address, Dictionary<string, string?> fields)
    {
        var officer = await portal.SignInAsync(World.Officer);
        await officer.PostAsync(address, await officer.GetPageAsync(Asked.Officers), fields);
    }

    private enum Act
    {
        Ask,
        Confirm,
        Dispute,
        AllRight,
        Withdraw,
        Edit,
        Correct,
        Accept,
        Reply,
    }

    private sealed record Operation(Act Act, int Pick, int Amount);
}
