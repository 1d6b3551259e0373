using CsCheck;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Tests.Deals;

/// <summary>Any ladder, whatever is done to it.</summary>
public class LadderRandomTests
{
    private static readonly DateOnly Today = Ladder.Held.AddDays(6);

    /// <summary>None, one in the base currency, one at a rate of ten decimals, one whose rate is missing.</summary>
    private static readonly Gen<Valued?> Figures = Gen.Select(Gen.Int[0, 7], Gen.Long[0, 100_000_000_000], Gen.Long[1, 99_999_999_999], Gen.Int[0, 9], (kind, cents, rate, day) => kind switch
    {
        0 => null,
        < 4 => Ladder.Usd(cents / 100m),
        < 6 => Ladder.Eur(cents / 100m, rate / 10_000_000_000m, day),
        _ => Ladder.WithoutRate(cents),
    });

    private static readonly Gen<StepDraft> Drafts = Gen.Select(
        Gen.Enum<DealStage>(), Figures, Gen.Int[-1, 8], Gen.Int[0, 4].Select(kind => kind switch { 0 => null, 1 => " ", _ => "사유" }), Gen.Int[0, 3], Gen.Int[0, 30], Gen.Enum<Likelihood>(), (stage, value, day, reason, revives, expected, likelihood) =>
            new StepDraft(stage, value, Ladder.Held.AddDays(day), Ladder.Held.AddDays(expected), likelihood, $"{day}", reason, revives == 0));

    private static readonly Gen<Operation> Operations = Gen.Select(
        Gen.Enum<Act>(), Drafts, Gen.Int[0, 100], Gen.Bool, (act, draft, pick, byCompany) => new Operation(act, draft, pick, byCompany ? Ladder.Company : Ladder.Officer));

    /// <summary>Rungs that agree with each other: contract stages in the order of their days, each of a day of its own, and movements on any day.</summary>
    private static readonly Gen<StepDraft[]> Agreeing = Gen.Select(
        Gen.Int[0, 3].Array[0, 5], Figures.Array[5], Gen.Select(Gen.Int[3, 5], Figures, Gen.Int[0, 6], (stage, value, day) => Rung((DealStage)stage, value, day)).Array[1, 6], (stages, values, movements) =>
            stages.Where(stage => stage < 3).Order().Select((stage, day) => Rung((DealStage)stage, values[day], day))
                .Concat(movements.Where(movement => movement.Stage != DealStage.Paid || stages.All(stage => stage == 3))).ToArray());

    [Fact]
    public void AnyOperations_DealStandsForWhatItsStepsSayAndNoStepChanges() =>
        Gen.Select(Operations.Array[1, 30], Gen.Bool).Sample(
            (operations, dayUnknown) =>
            {
                var consultation = Ladder.Consultation(dayUnknown: dayUnknown);
                var book = new Book(dayUnknown ? null : Ladder.Held, Today);
                foreach (var operation in operations)
                {
                    if (consultation.Deals.Count == 0)
                    {
                        TryOpen(consultation, book, operation);
                    }
                    else
                    {
                        Do(consultation.Deals[0], book, operation);
                    }

                    if (consultation.Deals.Count > 0)
                    {
                        book.AssertKeptBy(consultation.Deals[0]);
                    }
                }
            },
            iter: 20_000);

    [Fact]
    public void AnyOrderOfRecording_StandsForTheSame() =>
        Gen.Select(Agreeing.Where(drafts => drafts.Length > 0), Gen.Int[0, 1_000_000]).Sample(
            (drafts, shuffle) =>
            {
                var (one, other) = (Ladder.Of(drafts), Ladder.Of([.. drafts.OrderBy(draft => HashCode.Combine(shuffle, Array.IndexOf(drafts, draft)))]));

                Assert.Equal(Standing.Of(one), Standing.Of(other));
                Assert.Equal(one.Share, other.Share);
                Assert.Equal(Shares(one), Shares(other));
            },
            iter: 10_000);

    private static IEnumerable<(TotalFigure, EvidenceTier, int, decimal, int)> Shares(Deal deal) =>
        deal.Steps.Select(step => step.Share).OfType<FigureShare>().GroupBy(share => (share.Figure, share.Tier))
            .Select(group => (group.Key.Figure, group.Key.Tier, group.Count(), group.Sum(share => share.Amount), group.Sum(share => share.WithoutRate))).Order();

    private static StepDraft Rung(DealStage stage, Valued? value, int day) => new(stage, value ?? Ladder.Usd(1), Ladder.Held.AddDays(day));

    private static void TryOpen(TradeMission.Domain.Consultations.Consultation consultation, Book book, Operation operation)
    {
        var refused = Deal.Refusal(consultation, operation.Draft, Today) is not null;
        Assert.Equal(operation.Draft.Stage.IsExit() || book.Refuses(operation.Draft, null), refused);
        if (Succeeds(() => consultation.OpenDeal(operation.Draft, operation.By, Today), !refused))
        {
            book.Write(operation.Draft, operation.By, null);
        }
    }

    private static void Do(Deal deal, Book book, Operation operation)
    {
        var step = deal.Steps[operation.Pick % deal.Steps.Count];
        var page = book.Pages[operation.Pick % deal.Steps.Count];
        switch (operation.Act)
        {
            case Act.Add:
                Record(deal, book, operation, null, null);
                break;
            case Act.Correct:
                Record(deal, book, operation, step, page);
                break;
            case Act.Withdraw:
                var stays = deal.WithdrawalRefusal(step, operation.Draft.Reason) is not null;
                Assert.Equal(book.RefusesToWithdraw(page, operation.Draft.Reason), stays);
                if (Succeeds(() => deal.Withdraw(step, operation.Draft.Reason!, operation.By, Today), !stays))
                {
                    book.Withdraw(page, operation.Draft.Reason!, operation.By);
                }

                break;
            case Act.Answer when step.Value is not null:
                page.Answer = (FigureState)(operation.Pick % 4);
                deal.Take(step, page.Answer);
                break;
            case Act.Attach:
                page.Files++;
                deal.Attach(step, Ladder.File(step));
                break;
            case Act.Detach when step.Evidence.Count > 0:
                page.Files--;
                deal.Detach(step, step.Evidence[0]);
                break;
            case Act.Rate:
                var rate = new FrozenRate(0.0007m, Ladder.Held.AddDays(operation.Pick % 9), "나중");
                if (Succeeds(() => deal.Rate(step, rate), page.Said.Currency is not null && page.Said.Rate is null))
                {
                    page.RateLate(rate);
                }

                break;
        }
    }

    private static void Record(Deal deal, Book book, Operation operation, DealStep? wrong, Page? page)
    {
        var refused = deal.Refusal(operation.Draft, wrong, Today) is not null;
        Assert.Equal(book.Refuses(operation.Draft, page), refused);
        if (Succeeds(() => wrong is null ? deal.Add(operation.Draft, operation.By, Today) : deal.Correct(wrong, operation.Draft, operation.By, Today), !refused))
        {
            book.Write(operation.Draft, operation.By, page);
        }
    }

    private static bool Succeeds(Action act, bool expected)
    {
        if (expected)
        {
            act();
        }
        else
        {
            Assert.Throws<DomainException>(act);
        }

        return expected;
    }

    private static bool Succeeds<T>(Func<T> act, bool expected) => Succeeds(() => { _ = act(); }, expected);

    private enum Act
    {
        Add,
        Correct,
        Withdraw,
        Answer,
        Attach,
        Detach,
        Rate,
    }

    private sealed record Operation(Act Act, StepDraft Draft, int Pick, Author By);
}
