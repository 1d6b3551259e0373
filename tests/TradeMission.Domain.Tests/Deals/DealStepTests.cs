using TradeMission.Domain.Deals;

namespace TradeMission.Domain.Tests.Deals;

/// <summary>Which steps may follow which, and on which days.</summary>
public class DealStepTests
{
    [Fact]
    public void Open_WithAnyRung_StandsAtItsStage()
    {
        foreach (var stage in DealStages.Ladder)
        {
            var consultation = Ladder.Consultation();

            var deal = consultation.OpenDeal(Ladder.Step(stage, 100, 1), Ladder.Officer, Ladder.Today);

            Assert.Equal((stage, DealState.Open, Ladder.Today), (deal.Stage, deal.State, deal.LastNewsOn));
            Assert.Same(deal, Assert.Single(consultation.Deals));
            Assert.Equal((1, 1), (deal.Steps[0].Number, deal.Steps[0].Place));
        }
    }

    [Fact]
    public void Open_WithNought_IsRefused() => Assert.Equal(DealRefusal.AmountMissing, Deal.Refusal(Ladder.Consultation(), Ladder.Step(DealStage.Pursued, 0, 1), Ladder.Today));

    [Theory]
    [InlineData(DealStage.OnHold)]
    [InlineData(DealStage.Lost)]
    public void Open_WithASideExit_IsRefused(DealStage exit)
    {
        var consultation = Ladder.Consultation();
        var draft = Ladder.Step(exit, 0, 1);

        Assert.Equal(DealRefusal.DealHasEnded, Deal.Refusal(consultation, draft, Ladder.Today));
        Assert.Throws<DomainException>(() => consultation.OpenDeal(draft, Ladder.Officer, Ladder.Today));
        Assert.Empty(consultation.Deals);
    }

    [Fact]
    public void Add_EveryRungInOrder_IsRecordedAsSaid()
    {
        var pursued = new StepDraft(DealStage.Pursued, Ladder.Eur(1_000.01m, 1.1234567891m, 1), Ladder.Held, Ladder.Held.AddDays(90), Likelihood.High, "견적 발송");
        var deal = Ladder.Of(
            pursued, Ladder.Step(DealStage.Committed, 900, 1), Ladder.Step(DealStage.Signed, 800, 2), Ladder.Step(DealStage.AdvanceReceived, 100, 3),
            Ladder.Step(DealStage.Shipped, 800, 4), Ladder.Step(DealStage.Paid, 700, 5));

        Assert.Equal(DealStages.Ladder, deal.Steps.Select(step => step.Stage));
        Assert.Equal([1, 2, 3, 4, 5, 6], deal.Steps.Select(step => step.Number));
        var first = deal.Steps[0];
        Assert.Equal(
            (1_000.01m, "EUR", 1.1234567891m, Ladder.Held.AddDays(1), "한국은행", 1_123.468023667891m),
            (first.Value!.Amount, first.Value.Currency, first.Value.Rate, first.Value.RateOn, first.Value.RateSource, first.Value.BaseAmount));
        Assert.Equal((Ladder.Held, Ladder.Held.AddDays(90), Likelihood.High, "견적 발송"), (first.On, first.ExpectedOn, first.Likelihood, first.Note));
        Assert.Equal((1L, "김담당", Ladder.Officer.At, false), (first.RecordedById, first.RecordedByName, first.RecordedAt, first.ByCompany));
    }

    [Fact]
    public void Add_WhatOnlyAPursuedContractHas_IsNotKeptOnOthers()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1) with { ExpectedOn = Ladder.Today, Likelihood = Likelihood.Low });

        Assert.Equal((null, null), (deal.Steps[0].ExpectedOn, deal.Steps[0].Likelihood));
    }

    [Fact]
    public void Add_RungWithoutAmount_IsRefused()
    {
        foreach (var stage in DealStages.Ladder)
        {
            AssertRefused(DealRefusal.AmountMissing, Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1)), new StepDraft(stage, null, Ladder.Held.AddDays(2)));
        }
    }

    [Theory]
    [InlineData(DealStage.OnHold, null)]
    [InlineData(DealStage.OnHold, "")]
    [InlineData(DealStage.Lost, " \t")]
    public void Add_SideExitWithoutReason_IsRefused(DealStage exit, string? reason) =>
        AssertRefused(DealRefusal.ReasonMissing, Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1)), new StepDraft(exit, null, Ladder.Held.AddDays(2), Reason: reason));

    [Fact]
    public void Add_SideExit_KeepsNoAmount()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1));

        var exit = deal.Add(Ladder.Step(DealStage.Lost, 0, 2) with { Value = Ladder.Usd(5) }, Ladder.Officer, Ladder.Today);

        Assert.Null(exit.Value);
        Assert.Null(exit.Share);
        Assert.Equal((DealState.Lost, 100m), (deal.State, deal.ContractAmount));
    }

    [Fact]
    public void Add_BeforeTheConsultation_IsRefused()
    {
        AssertRefused(DealRefusal.BeforeConsultation, Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 0)), Ladder.Step(DealStage.Pursued, 100, -1));
        Assert.Equal(DealRefusal.BeforeConsultation, Deal.Refusal(Ladder.Consultation(), Ladder.Step(DealStage.Pursued, 100, -1), Ladder.Today));
    }

    [Fact]
    public void Add_BeforeAStandInDay_Stands()
    {
        var deal = Ladder.Consultation(dayUnknown: true).OpenDeal(Ladder.Step(DealStage.AdvanceReceived, 3_000, -40), Ladder.Officer, Ladder.Today);

        Assert.Equal(Ladder.Held.AddDays(-40), deal.Steps[0].On);
    }

    [Fact]
    public void Add_UpToTomorrow_Stands()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 20), Ladder.Step(DealStage.Pursued, 100, 21));

        AssertRefused(DealRefusal.InTheFuture, deal, Ladder.Step(DealStage.Pursued, 100, 22));
    }

    [Theory]
    [InlineData(DealStage.Committed, DealStage.Pursued)]
    [InlineData(DealStage.Signed, DealStage.Pursued)]
    [InlineData(DealStage.Signed, DealStage.Committed)]
    public void Add_EarlierContractStageOnALaterDay_IsRefused(DealStage reached, DealStage back)
    {
        AssertRefused(DealRefusal.StageGoesBack, Ladder.Of(Ladder.Step(reached, 100, 3)), Ladder.Step(back, 100, 4));
        AssertRefused(DealRefusal.StageGoesBack, Ladder.Of(Ladder.Step(reached, 100, 3)), Ladder.Step(back, 100, 3));
        AssertRefused(DealRefusal.StageGoesBack, Ladder.Of(Ladder.Step(reached, 100, 3), Ladder.Step(DealStage.Shipped, 100, 4)), Ladder.Step(back, 100, 5));
    }

    [Fact]
    public void Add_LaterContractStageOnAnEarlierDay_IsRefused() =>
        AssertRefused(DealRefusal.StageGoesBack, Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 3)), Ladder.Step(DealStage.Signed, 100, 2));

    [Fact]
    public void Add_Backdated_FallsIntoItsDay()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 300, 5), Ladder.Step(DealStage.Pursued, 100, 1), Ladder.Step(DealStage.Committed, 200, 3));

        Assert.Equal([2, 3, 1], deal.Standing.Select(step => step.Number));
        Assert.Equal((DealStage.Signed, 300m), (deal.Stage, deal.ContractAmount));
    }

    [Fact]
    public void Add_SameContractStageAgain_LatestAmountIsTheContract()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1), Ladder.Step(DealStage.Signed, 250, 4), Ladder.Step(DealStage.Signed, 200, 2));

        Assert.Equal(250m, deal.ContractAmount);
    }

    [Fact]
    public void Add_MovementsBeforeAndBetweenContractStages_Stand()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.AdvanceReceived, 10, 1), Ladder.Step(DealStage.Signed, 100, 2), Ladder.Step(DealStage.AdvanceReceived, 20, 3));

        Assert.Equal((DealStage.AdvanceReceived, 100m, false), (deal.Stage, deal.ContractAmount, deal.IsAtLeast));
    }

    [Fact]
    public void Add_AfterPaid_OnlyMovementsStand()
    {
        foreach (var stage in Enum.GetValues<DealStage>())
        {
            var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1), Ladder.Step(DealStage.Paid, 100, 3));
            if (stage.IsMovement())
            {
                deal.Add(Ladder.Step(stage, 5, 4), Ladder.Officer, Ladder.Today);
                Assert.Equal(DealStage.Paid, deal.Stage);
            }
            else
            {
                AssertRefused(DealRefusal.DealIsPaid, deal, Ladder.Step(stage, 5, 4));
            }
        }
    }

    [Fact]
    public void Add_PaidBeforeAStepThatIsNoMovement_IsRefused()
    {
        AssertRefused(DealRefusal.DealIsPaid, Ladder.Of(Ladder.Step(DealStage.Signed, 100, 5)), Ladder.Step(DealStage.Paid, 100, 2));
        AssertRefused(DealRefusal.DealIsPaid, Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1), Ladder.Step(DealStage.OnHold, 0, 5)), Ladder.Step(DealStage.Paid, 100, 2));
    }

    [Fact]
    public void Add_AfterASideExit_NeedsToRevive()
    {
        foreach (var stage in DealStages.Ladder)
        {
            var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1), Ladder.Step(DealStage.Lost, 0, 3));

            AssertRefused(DealRefusal.DealHasEnded, deal, Ladder.Step(stage, 50, 4));
            AssertRefused(DealRefusal.DealHasEnded, deal, Ladder.Step(stage, 50, 3));
            AssertRefused(DealRefusal.ReasonMissing, deal, Ladder.Step(stage, 50, 4) with { Revives = true });
            deal.Add(Ladder.Step(stage, 50, 4).Reviving(), Ladder.Officer, Ladder.Today);

            Assert.Equal((DealState.Open, stage), (deal.State, deal.Stage));
        }
    }

    [Fact]
    public void Add_BeforeTheDayOfASideExit_NeedsNotRevive()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1), Ladder.Step(DealStage.OnHold, 0, 5), Ladder.Step(DealStage.Committed, 200, 4));

        Assert.Equal((DealState.OnHold, DealStage.Committed, 200m), (deal.State, deal.Stage, deal.ContractAmount));
    }

    [Fact]
    public void Add_OneSideExitAfterTheOther_LatestIsTheState()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1), Ladder.Step(DealStage.OnHold, 0, 2), Ladder.Step(DealStage.Lost, 0, 3));
        Assert.Equal((DealState.Lost, DealStage.Pursued), (deal.State, deal.Stage));

        deal.Add(Ladder.Step(DealStage.OnHold, 0, 4), Ladder.Officer, Ladder.Today);

        Assert.Equal(DealState.OnHold, deal.State);
        Assert.Equal(TotalFigure.ContractOnHold, deal.Share!.Figure);
    }

    private static void AssertRefused(DealRefusal why, Deal deal, StepDraft draft)
    {
        var steps = deal.Steps.Count;
        var stood = Standing.Of(deal);

        Assert.Equal(why, deal.Refusal(draft, null, Ladder.Today));
        Assert.Throws<DomainException>(() => deal.Add(draft, Ladder.Officer, Ladder.Today));
        Assert.Equal((steps, stood), (deal.Steps.Count, Standing.Of(deal)));
    }
}
