using TradeMission.Domain.Deals;

namespace TradeMission.Domain.Tests.Deals;

/// <summary>
/// Keeps a deal by hand, beside the deal itself and sharing nothing with it: what was recorded, in whose place, and which rules of DOMAIN the steps that stand
/// follow, each said of pairs of steps.
/// </summary>
/// <param name="held">The day of the consultation; null when it is unknown.</param>
internal sealed class Book(DateOnly? held, DateOnly today)
{
    private readonly List<Page> pages = [];

    public IReadOnlyList<Page> Pages => pages;

    private List<Page> Standing => Sorted(pages.Where(Stands));

    public bool Refuses(StepDraft draft, Page? wrong)
    {
        var page = new Page(SaidBy(draft, Ladder.Officer, wrong));
        return (wrong is not null && !Stands(wrong))
            || (page.IsRung && draft.Value is null or { Amount: 0 })
            || ((!page.IsRung || draft.Revives || wrong is not null) && string.IsNullOrWhiteSpace(draft.Reason))
            || (held is { } day && draft.On < day && draft.On != wrong?.Said.On)
            || draft.On.DayNumber - today.DayNumber > 1
            || !Agree(Sorted(pages.Where(other => Stands(other) && other != wrong).Append(page)));
    }

    public bool RefusesToWithdraw(Page page, string? reason) =>
        !Stands(page) || string.IsNullOrWhiteSpace(reason) || !Agree(Sorted(pages.Where(other => Stands(other) && other != page)));

    public void Write(StepDraft draft, Author by, Page? wrong) => pages.Add(new Page(SaidBy(draft, by, wrong))
    {
        Answer = draft.Stage >= DealStage.OnHold ? FigureState.Unanswered
            : by.IsCompany ? FigureState.Confirmed
            : wrong is null || wrong.Answer == FigureState.Unanswered ? FigureState.Unanswered
            : FigureState.Reopened,
    });

    public void Withdraw(Page page, string reason, Author by) => pages.Add(new Page(new Said(
        pages.Count + 1, page.Said.Place, page.Said.Stage, page.Said.On, null, null, null, null, null, null, null, null, null, reason, false, true, page.Said.Number, by.Name, by.IsCompany)));

    /// <summary>Fails unless the deal has these steps, each saying what it always said, and stands for what they come to.</summary>
    public void AssertKeptBy(Deal deal)
    {
        Assert.Equal(pages.Select(page => page.Said), deal.Steps.Select(Said.Of));
        Assert.Equal(pages.Select(page => (Stands(page), page.Answer, page.Tier)), deal.Steps.Select(step => (step.Stands, step.Answer, step.Tier)));
        Assert.Equal(Standing.Select(page => page.Said.Number), deal.Standing.Select(step => step.Number));
        Assert.True(Agree(Standing));
        Assert.Equal(Stood(), Deals.Standing.Of(deal));
        Assert.Equal(
            pages.Select(page => Stands(page) && page.IsRung && !page.IsContract ? new FigureShare(Enum.Parse<TotalFigure>($"{page.Said.Stage}"), page.Tier, InBase(page), Missing(page)) : null),
            deal.Steps.Select(step => step.Share));
        Assert.Equal(ShareOf(Deals.Standing.Of(deal)), deal.Share);
    }

    private Said SaidBy(StepDraft draft, Author by, Page? wrong)
    {
        var value = draft.Stage < DealStage.OnHold ? draft.Value : null;
        var isPursued = draft.Stage == DealStage.Pursued;
        return new Said(
            pages.Count + 1, wrong?.Said.Place ?? pages.Count + 1, draft.Stage, draft.On, value?.Amount, value?.Currency, value?.Rate, value?.RateOn, value?.RateSource, value?.Amount * value?.Rate,
            isPursued ? draft.ExpectedOn : null, isPursued ? draft.Likelihood : null, draft.Note, draft.Reason, draft.Revives, false, wrong?.Said.Number, by.Name, by.IsCompany);
    }

    private bool Stands(Page page) => !page.Said.IsWithdrawal && !pages.Exists(other => other.Said.Corrects == page.Said.Number);

    private Standing Stood()
    {
        var standing = Standing;
        var rungs = standing.FindAll(page => page.IsRung);
        var state = standing.Count == 0 ? DealState.Open : standing[^1].Said.Stage switch { DealStage.Lost => DealState.Lost, DealStage.OnHold => DealState.OnHold, _ => DealState.Open };
        DealStage? stage = rungs.Count == 0 ? null : rungs.Select(page => page.Said.Stage).Max();
        var days = rungs.Where(page => page.Said.RateSource is { Length: > 0 }).Select(page => page.Said.RateOn).Order().ToList();
        var (from, to) = (days.FirstOrDefault(), days.LastOrDefault());
        if (rungs.FindLast(page => page.IsContract) is { } contract)
        {
            var isPlan = contract.Said.Stage == DealStage.Pursued;
            return new Standing(
                stage, state, contract.Said.Amount, contract.Said.Currency, contract.Said.InBase, false, contract.Tier, Missing(contract),
                isPlan ? contract.Said.ExpectedOn : null, isPlan ? contract.Said.Likelihood : null, from, to);
        }

        var goods = rungs.FindAll(page => page.Said.Stage == DealStage.Shipped);
        var money = rungs.FindAll(page => page.Said.Stage != DealStage.Shipped);
        var larger = money.Count == 0 || goods.Sum(InBase) > money.Sum(InBase) ? goods : money;
        var isOneCurrency = larger.Select(page => page.Said.Currency).Distinct().Count() == 1;
        return new Standing(
            stage, state, isOneCurrency ? larger.Sum(page => page.Said.Amount) : null, isOneCurrency ? larger[0].Said.Currency : null,
            larger.Exists(page => page.Said.InBase is not null) ? larger.Sum(InBase) : null, rungs.Count > 0,
            larger.Count == 0 ? EvidenceTier.Recorded : larger.Select(page => page.Tier).Min(), rungs.Exists(page => Missing(page) == 1) ? 1 : 0, null, null, from, to);
    }

    /// <summary>By the names that the figures bear.</summary>
    private static FigureShare? ShareOf(Standing stood) => stood.Stage is null ? null
        : new FigureShare(Enum.Parse<TotalFigure>($"Contract{(stood.State == DealState.Open ? $"{stood.Stage}" : $"{stood.State}")}"), stood.Tier, stood.InBase ?? 0m, stood.WithoutRate);

    private static decimal InBase(Page page) => page.Said.InBase ?? 0m;

    private static int Missing(Page page) => page.Said.InBase is null ? 1 : 0;

    private static List<Page> Sorted(IEnumerable<Page> some) => [.. some.OrderBy(page => (page.Said.On, page.Said.Place))];

    private static bool Agree(List<Page> sorted)
    {
        for (var later = 1; later < sorted.Count; later++)
        {
            var (page, before) = (sorted[later], sorted[..later]);
            if ((page.IsRung && !page.Said.Revives && !before[^1].IsRung)
                || ((page.IsContract || !page.IsRung) && before.Exists(other => other.Said.Stage == DealStage.Paid))
                || (page.IsContract && before.Exists(other => other.IsContract && other.Said.Stage > page.Said.Stage)))
            {
                return false;
            }
        }

        return true;
    }
}
