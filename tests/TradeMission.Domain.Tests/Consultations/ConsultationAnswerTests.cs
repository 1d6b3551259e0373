using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;
using TradeMission.Domain.Tests.Deals;

namespace TradeMission.Domain.Tests.Consultations;

/// <summary>What the company says of a consultation value, and what becomes of its answer when the value changes.</summary>
public class ConsultationAnswerTests
{
    [Theory]
    [InlineData(FigureState.Confirmed)]
    [InlineData(FigureState.Disputed)]
    public void Value_ChangedAfterAnAnswer_NeedsAnother(FigureState answer)
    {
        foreach (var other in new[] { Ladder.Usd(101), Ladder.Eur(100, 1m), Ladder.WithoutRate(100) })
        {
            var consultation = Answered(Ladder.Usd(100), answer);

            consultation.Value = other;

            Assert.Equal(FigureState.Reopened, consultation.Answer);
            Assert.Equal(EvidenceTier.Recorded, consultation.Share!.Tier);
        }
    }

    [Theory]
    [InlineData(FigureState.Confirmed)]
    [InlineData(FigureState.Disputed)]
    [InlineData(FigureState.Reopened)]
    public void Value_TakenAway_LeavesNothingToAnswer(FigureState answer)
    {
        var consultation = Answered(Ladder.Usd(100), answer);

        consultation.Value = null;

        Assert.Equal((FigureState.Unanswered, null, null), (consultation.Answer, consultation.Share, consultation.RatedOn));
    }

    [Fact]
    public void Value_GivenItsRateLate_KeepsItsAnswer()
    {
        var consultation = Answered(Ladder.WithoutRate(1_000_000), FigureState.Confirmed);
        Assert.Equal(new FigureShare(TotalFigure.ConsultationValue, EvidenceTier.Confirmed, 0m, 1), consultation.Share);

        consultation.Value = new Valued(consultation.Value!.Money, new FrozenRate(0.0007m, Ladder.Held, "한국은행"));

        Assert.Equal((FigureState.Confirmed, Ladder.Held), (consultation.Answer, consultation.RatedOn));
        Assert.Equal(new FigureShare(TotalFigure.ConsultationValue, EvidenceTier.Confirmed, 700m, 0), consultation.Share);
    }

    [Theory]
    [InlineData(FigureState.Unanswered)]
    [InlineData(FigureState.Reopened)]
    public void Value_ChangedBeforeAnAnswer_StillNeedsOne(FigureState answer)
    {
        var consultation = Answered(Ladder.Usd(100), answer);

        consultation.Value = Ladder.Usd(200);

        Assert.Equal(answer, consultation.Answer);
    }

    [Fact]
    public void Take_WithoutAValue_IsRefused()
    {
        var consultation = Ladder.Consultation();

        Assert.Throws<DomainException>(() => consultation.Take(FigureState.Confirmed));
        consultation.Take(FigureState.Unanswered);

        Assert.Equal(FigureState.Unanswered, consultation.Answer);
    }

    [Theory]
    [InlineData(FigureState.Unanswered, EvidenceTier.Recorded)]
    [InlineData(FigureState.Confirmed, EvidenceTier.Confirmed)]
    [InlineData(FigureState.Disputed, EvidenceTier.Recorded)]
    [InlineData(FigureState.Reopened, EvidenceTier.Recorded)]
    public void Share_CountsAsConfirmedOnlyWhileItIs(FigureState answer, EvidenceTier tier) =>
        Assert.Equal(new FigureShare(TotalFigure.ConsultationValue, tier, 100m, 0), Answered(Ladder.Usd(100), answer).Share);

    private static Consultation Answered(Valued value, FigureState answer)
    {
        var consultation = Ladder.Consultation(value);
        consultation.Take(answer);
        return consultation;
    }
}
