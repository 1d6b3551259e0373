using TradeMission.Domain.Deals;

namespace TradeMission.Domain.Tests.Deals;

/// <summary>What a deal stands for, from the steps that stand.</summary>
public class DealStandingTests
{
    [Fact]
    public void MoneyOnly_OfTheArticle_IsAtLeastThatMuch()
    {
        var deal = Ladder.Consultation(Ladder.Usd(600_000), dayUnknown: true).OpenDeal(Ladder.Step(DealStage.AdvanceReceived, 3_000, 0), Ladder.Officer, Ladder.Today);

        Assert.Equal((DealStage.AdvanceReceived, 3_000m, "USD", 3_000m, true), (deal.Stage, deal.ContractAmount, deal.ContractCurrency, deal.ContractBase, deal.IsAtLeast));
        Assert.Equal(new FigureShare(TotalFigure.ContractAdvanceReceived, EvidenceTier.Recorded, 3_000m, 0), deal.Share);
        Assert.Equal(new FigureShare(TotalFigure.AdvanceReceived, EvidenceTier.Recorded, 3_000m, 0), deal.Steps[0].Share);
    }

    [Theory]
    [InlineData(100, 50, 120, 150)]
    [InlineData(100, 50, 150, 150)]
    [InlineData(100, 50, 151, 151)]
    public void MovementsOnly_LargerOfReceivedAndShipped(int advance, int paid, int shipped, int atLeast)
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.AdvanceReceived, advance, 1), Ladder.Step(DealStage.Shipped, shipped, 2), Ladder.Step(DealStage.Paid, paid, 3));

        Assert.Equal((DealStage.Paid, (decimal)atLeast, (decimal)atLeast, true), (deal.Stage, deal.ContractAmount, deal.ContractBase, deal.IsAtLeast));
    }

    [Fact]
    public void MovementsOnly_ShippedInParts_AddUp()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Shipped, 10.01m, 1), Ladder.Step(DealStage.Shipped, 20.02m, 1), Ladder.Step(DealStage.Shipped, 30.03m, 2));

        Assert.Equal((60.06m, true), (deal.ContractAmount, deal.IsAtLeast));
    }

    [Fact]
    public void MovementsOnly_InSeveralCurrencies_AddUpInBaseAlone()
    {
        var deal = Ladder.Of(
            Ladder.Step(DealStage.AdvanceReceived, 100, 1), Ladder.Step(DealStage.AdvanceReceived, 0, 2) with { Value = Ladder.Eur(100, 1.1m) });

        Assert.Equal((null, null, 210m, 0), (deal.ContractAmount, deal.ContractCurrency, deal.ContractBase, deal.WithoutRate));
    }

    [Fact]
    public void MovementsOnly_PartlyWithoutRate_SaysSo()
    {
        var deal = Ladder.Of(
            Ladder.Step(DealStage.AdvanceReceived, 100, 1), Ladder.Step(DealStage.Paid, 0, 2) with { Value = Ladder.WithoutRate(1_000_000) });
        Assert.Equal((null, 100m, 1), (deal.ContractAmount, deal.ContractBase, deal.WithoutRate));

        deal.Rate(deal.Steps[1], new FrozenRate(0.0007m, Ladder.Held, "한국은행"));

        Assert.Equal((800m, 0), (deal.ContractBase, deal.WithoutRate));
    }

    [Fact]
    public void MovementsOnly_AllWithoutRate_HaveNoBaseAmount()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Shipped, 0, 2) with { Value = Ladder.WithoutRate(1_000_000) });

        Assert.Equal((1_000_000m, "KRW", null, 1), (deal.ContractAmount, deal.ContractCurrency, deal.ContractBase, deal.WithoutRate));
        Assert.Equal((0m, 1), (deal.Share!.Amount, deal.Share.WithoutRate));
    }

    [Fact]
    public void MovementsOnly_EvidenceIsThatOfTheWeakestPartOfTheLargerSide()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.AdvanceReceived, 100, 1), Ladder.Step(DealStage.Paid, 100, 2), Ladder.Step(DealStage.Shipped, 10, 3));

        deal.Attach(deal.Steps[0], Ladder.File(deal.Steps[0]));
        Assert.Equal(EvidenceTier.Recorded, deal.Tier);
        deal.Take(deal.Steps[1], FigureState.Confirmed);

        Assert.Equal(EvidenceTier.Confirmed, deal.Tier);
    }

    [Fact]
    public void MovementsOnly_UntilAContractIsRecorded()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.AdvanceReceived, 3_000, 2));

        deal.Add(Ladder.Step(DealStage.Signed, 2_000, 1), Ladder.Officer, Ladder.Today);

        Assert.Equal((DealStage.AdvanceReceived, 2_000m, false), (deal.Stage, deal.ContractAmount, deal.IsAtLeast));
    }

    [Fact]
    public void Contract_WithoutRate_IsCountedAsLeftOut()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 0, 1) with { Value = Ladder.WithoutRate(5_000) });

        Assert.Equal((5_000m, "KRW", null, 1), (deal.ContractAmount, deal.ContractCurrency, deal.ContractBase, deal.WithoutRate));
        Assert.Equal(new FigureShare(TotalFigure.ContractSigned, EvidenceTier.Recorded, 0m, 1), deal.Share);
    }

    [Fact]
    public void Contract_RateOfAMovementMissing_LeavesTheContractWhole()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1), Ladder.Step(DealStage.Shipped, 0, 2) with { Value = Ladder.WithoutRate(5_000) });

        Assert.Equal((100m, 0), (deal.ContractBase, deal.WithoutRate));
        Assert.Equal(new FigureShare(TotalFigure.Shipped, EvidenceTier.Recorded, 0m, 1), deal.Steps[1].Share);
    }

    [Fact]
    public void Share_GoesWhereTheStageIs()
    {
        TotalFigure[] figures =
            [TotalFigure.ContractPursued, TotalFigure.ContractCommitted, TotalFigure.ContractSigned, TotalFigure.ContractAdvanceReceived, TotalFigure.ContractShipped, TotalFigure.ContractPaid];

        Assert.Equal(figures, DealStages.Ladder.Select(stage => Ladder.Of(Ladder.Step(stage, 100, 1)).Share!.Figure));
        Assert.Equal(TotalFigure.ContractOnHold, Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1), Ladder.Step(DealStage.OnHold, 0, 2)).Share!.Figure);
        Assert.Equal(TotalFigure.ContractLost, Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1), Ladder.Step(DealStage.Lost, 0, 2)).Share!.Figure);
    }

    [Fact]
    public void Share_OfASideExitOrOfAContractStep_IsTheDealsAlone()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1), Ladder.Step(DealStage.OnHold, 0, 2));

        Assert.All(deal.Steps, step => Assert.Null(step.Share));
    }

    [Fact]
    public void Share_OfMoneyThatMovedUnderALostDeal_StillCounts()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.AdvanceReceived, 100, 1), Ladder.Step(DealStage.Lost, 0, 2));

        Assert.Equal(TotalFigure.AdvanceReceived, deal.Steps[0].Share!.Figure);
        Assert.Equal(100m, deal.Steps[0].Share!.Amount);
        Assert.Equal(TotalFigure.ContractLost, deal.Share!.Figure);
    }

    [Fact]
    public void Share_OfAStruckMovement_IsNothing()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Paid, 100, 1));

        deal.Correct(deal.Steps[0], Ladder.Step(DealStage.Shipped, 70, 1).Corrected(), Ladder.Officer, Ladder.Today);

        Assert.Null(deal.Steps[0].Share);
        Assert.Equal(new FigureShare(TotalFigure.Shipped, EvidenceTier.Recorded, 70m, 0), deal.Steps[1].Share);
    }

    [Fact]
    public void Expectation_IsThatOfTheLatestPursuedStepUntilMoreComesOfIt()
    {
        var deal = Ladder.Of(
            Ladder.Step(DealStage.Pursued, 100, 1) with { ExpectedOn = Ladder.Held.AddDays(60), Likelihood = Likelihood.Low },
            Ladder.Step(DealStage.Pursued, 120, 3) with { ExpectedOn = Ladder.Held.AddDays(90), Likelihood = Likelihood.High });
        Assert.Equal((Ladder.Held.AddDays(90), Likelihood.High), (deal.ExpectedOn, deal.Likelihood));

        deal.Add(Ladder.Step(DealStage.Signed, 120, 5), Ladder.Officer, Ladder.Today);
        Assert.Equal((null, null), (deal.ExpectedOn, deal.Likelihood));

        deal.Withdraw(deal.Steps[2], "중복", Ladder.Officer, Ladder.Today);
        Assert.Equal((Ladder.Held.AddDays(90), Likelihood.High), (deal.ExpectedOn, deal.Likelihood));
    }

    [Fact]
    public void Rates_SpanThoseOfTheStandingAmounts()
    {
        var deal = Ladder.Of(
            Ladder.Step(DealStage.Signed, 100, 1),
            Ladder.Step(DealStage.AdvanceReceived, 0, 4) with { Value = Ladder.Eur(10, 1.1m, 4) },
            Ladder.Step(DealStage.Shipped, 0, 9) with { Value = Ladder.Eur(10, 1.2m, 8) });
        Assert.Equal((Ladder.Held.AddDays(4), Ladder.Held.AddDays(8)), (deal.RatesFrom, deal.RatesTo));

        deal.Withdraw(deal.Steps[2], "중복", Ladder.Officer, Ladder.Today);
        Assert.Equal((Ladder.Held.AddDays(4), Ladder.Held.AddDays(4)), (deal.RatesFrom, deal.RatesTo));

        deal.Withdraw(deal.Steps[1], "중복", Ladder.Officer, Ladder.Today);
        Assert.Equal((null, null), (deal.RatesFrom, deal.RatesTo));
    }

    [Fact]
    public void LastNews_IsTheDayOfTheLastRecordingOrOfHearingNothingNew()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1));

        deal.Add(Ladder.Step(DealStage.Pursued, 100, 0), Ladder.Officer, Ladder.Today.AddDays(3));
        Assert.Equal(Ladder.Today.AddDays(3), deal.LastNewsOn);

        deal.Heard(Ladder.Today.AddDays(8));
        Assert.Equal(Ladder.Today.AddDays(8), deal.LastNewsOn);

        deal.Take(deal.Steps[0], FigureState.Confirmed);
        Assert.Equal(Ladder.Today.AddDays(8), deal.LastNewsOn);
    }

    [Fact]
    public void Follow_NamesWhoAndWhen()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1));

        deal.Follow("김담당", Ladder.Today.AddDays(30));

        Assert.Equal(("김담당", Ladder.Today.AddDays(30)), (deal.Owner, deal.DueOn));
    }

    [Fact]
    public void Rate_ComesLateAndChangesNothingElse()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 0, 1) with { Value = Ladder.WithoutRate(1_000_000) });
        deal.Take(deal.Steps[0], FigureState.Confirmed);

        deal.Rate(deal.Steps[0], new FrozenRate(0.0007m, Ladder.Held, "한국은행"));

        var value = deal.Steps[0].Value!;
        Assert.Equal((1_000_000m, "KRW", 0.0007m, 700m), (value.Amount, value.Currency, value.Rate, value.BaseAmount));
        Assert.Equal((FigureState.Confirmed, EvidenceTier.Confirmed, Ladder.Held), (deal.Steps[0].Answer, deal.Steps[0].Tier, deal.Steps[0].RatedOn));
        Assert.Equal((700m, 0, Ladder.Held, Ladder.Held), (deal.ContractBase, deal.WithoutRate, deal.RatesFrom, deal.RatesTo));
    }

    [Fact]
    public void Rate_OnceThere_NeverChanges()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 0, 1) with { Value = Ladder.Eur(100, 1.1m) }, Ladder.Step(DealStage.OnHold, 0, 2));

        Assert.All(deal.Steps, step => Assert.Throws<DomainException>(() => deal.Rate(step, new FrozenRate(2m, Ladder.Held, "한국은행"))));
        Assert.Equal((1.1m, 110m), (deal.Steps[0].Value!.Rate, deal.ContractBase));
    }
}
