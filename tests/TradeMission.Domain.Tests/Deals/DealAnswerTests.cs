using TradeMission.Domain.Deals;

namespace TradeMission.Domain.Tests.Deals;

/// <summary>What stands behind a figure: nobody but the officer, the company, a file.</summary>
public class DealAnswerTests
{
    [Fact]
    public void Tier_RisesWithTheCompanysWordAndWithAFile()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1));
        var step = deal.Steps[0];
        Assert.Equal((EvidenceTier.Recorded, EvidenceTier.Recorded), (step.Tier, deal.Tier));

        deal.Take(step, FigureState.Confirmed);
        Assert.Equal((EvidenceTier.Confirmed, EvidenceTier.Confirmed), (step.Tier, deal.Tier));

        deal.Attach(step, Ladder.File(step));
        Assert.Equal((EvidenceTier.Documented, EvidenceTier.Documented), (step.Tier, deal.Tier));

        deal.Detach(step, step.Evidence[0]);
        Assert.Equal((EvidenceTier.Confirmed, EvidenceTier.Confirmed), (step.Tier, deal.Tier));
    }

    [Fact]
    public void Tier_OfAFileWithoutTheCompanysWord_IsDocumented()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1));

        deal.Attach(deal.Steps[0], Ladder.File(deal.Steps[0]));

        Assert.Equal(EvidenceTier.Documented, deal.Tier);
    }

    [Fact]
    public void Tier_OfADisputedFigure_IsTheOfficersWordEvenWithAFile()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Paid, 100, 1));
        deal.Attach(deal.Steps[0], Ladder.File(deal.Steps[0]));

        deal.Take(deal.Steps[0], FigureState.Disputed);
        Assert.Equal((EvidenceTier.Recorded, EvidenceTier.Recorded, EvidenceTier.Recorded), (deal.Steps[0].Tier, deal.Tier, deal.Steps[0].Share!.Tier));

        deal.Take(deal.Steps[0], FigureState.Reopened);
        Assert.Equal((EvidenceTier.Documented, EvidenceTier.Documented), (deal.Steps[0].Tier, deal.Tier));
    }

    [Theory]
    [InlineData(FigureState.Unanswered)]
    [InlineData(FigureState.Reopened)]
    public void Tier_OfAFigureThatNeedsAnAnswer_IsTheOfficersWord(FigureState answer)
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1));
        deal.Take(deal.Steps[0], FigureState.Confirmed);

        deal.Take(deal.Steps[0], answer);

        Assert.Equal((EvidenceTier.Recorded, EvidenceTier.Recorded), (deal.Steps[0].Tier, deal.Tier));
    }

    [Fact]
    public void Tier_OfTheDeal_IsThatOfItsContractStep()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1), Ladder.Step(DealStage.Signed, 100, 2), Ladder.Step(DealStage.Paid, 100, 3));

        deal.Attach(deal.Steps[0], Ladder.File(deal.Steps[0]));
        deal.Attach(deal.Steps[2], Ladder.File(deal.Steps[2]));
        Assert.Equal(EvidenceTier.Recorded, deal.Tier);
        deal.Take(deal.Steps[1], FigureState.Confirmed);

        Assert.Equal((EvidenceTier.Confirmed, EvidenceTier.Documented), (deal.Tier, deal.Steps[2].Share!.Tier));
    }

    [Fact]
    public void Answer_OfTheCompanysOwnStep_IsItsWord()
    {
        var deal = Ladder.Consultation().OpenDeal(Ladder.Step(DealStage.Signed, 100, 1), Ladder.Company, Ladder.Today);

        Assert.Equal((FigureState.Confirmed, EvidenceTier.Confirmed, true), (deal.Steps[0].Answer, deal.Tier, deal.Steps[0].ByCompany));
    }

    [Fact]
    public void Answer_OfTheCompanysSideExit_IsNone()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1));

        var exit = deal.Add(Ladder.Step(DealStage.Lost, 0, 2), Ladder.Company, Ladder.Today);

        Assert.Equal((FigureState.Unanswered, EvidenceTier.Recorded), (exit.Answer, exit.Tier));
    }

    [Theory]
    [InlineData(FigureState.Unanswered, FigureState.Unanswered)]
    [InlineData(FigureState.Confirmed, FigureState.Reopened)]
    [InlineData(FigureState.Disputed, FigureState.Reopened)]
    [InlineData(FigureState.Reopened, FigureState.Reopened)]
    public void Answer_OfACorrectedFigure_IsNeededAgain(FigureState answered, FigureState then)
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1));
        deal.Take(deal.Steps[0], answered);

        var right = deal.Correct(deal.Steps[0], Ladder.Step(DealStage.Signed, 90, 1).Corrected(), Ladder.Officer, Ladder.Today);

        Assert.Equal((then, EvidenceTier.Recorded, EvidenceTier.Recorded), (right.Answer, right.Tier, deal.Tier));
        Assert.Equal(answered, deal.Steps[0].Answer);
    }

    [Fact]
    public void Answer_OfAFigureThatTheCompanyCorrects_IsItsWord()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1));
        deal.Take(deal.Steps[0], FigureState.Disputed);

        var right = deal.Correct(deal.Steps[0], Ladder.Step(DealStage.Signed, 90, 1).Corrected(), Ladder.Company, Ladder.Today);

        Assert.Equal((FigureState.Confirmed, EvidenceTier.Confirmed), (right.Answer, deal.Tier));
    }

    [Fact]
    public void Evidence_OfTheWrongStep_DoesNotStandBehindTheRightOne()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1));
        deal.Attach(deal.Steps[0], Ladder.File(deal.Steps[0]));

        deal.Correct(deal.Steps[0], Ladder.Step(DealStage.Signed, 90, 1).Corrected(), Ladder.Officer, Ladder.Today);

        Assert.Equal(EvidenceTier.Recorded, deal.Tier);
        Assert.Single(deal.Steps[0].Evidence);
    }
}
