using TradeMission.Domain.Deals;

namespace TradeMission.Domain.Tests.Deals;

/// <summary>What becomes of wrong steps: they stay, struck through, and another stands in their place or none.</summary>
public class DealCorrectionTests
{
    [Fact]
    public void Correct_StrikesTheWrongOneAndStandsInItsPlace()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 3), Ladder.Step(DealStage.Signed, 200, 3));
        var wrong = deal.Steps[0];

        var right = deal.Correct(wrong, Ladder.Step(DealStage.Signed, 150, 3).Corrected(), Ladder.Officer, Ladder.Today);

        Assert.True(wrong is { IsStruck: true, Stands: false, Value.Amount: 100m });
        Assert.Equal((3, 1, wrong, "잘못 적음", true), (right.Number, right.Place, right.Corrects, right.Reason, right.Stands));
        Assert.Equal([right, deal.Steps[1]], deal.Standing);
        Assert.Equal(200m, deal.ContractAmount);
    }

    /// <summary>The day of the consultation was put right after its steps were recorded.</summary>
    [Fact]
    public void Correct_AfterTheConsultationMoved_MayKeepTheDay()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1));
        deal.Consultation.HeldOn = deal.Steps[0].On.AddDays(1);

        Assert.Null(deal.Refusal(Ladder.Step(DealStage.Pursued, 150, 1).Corrected(), deal.Steps[0], Ladder.Today));
        Assert.Equal(DealRefusal.BeforeConsultation, deal.Refusal(Ladder.Step(DealStage.Signed, 150, 1), null, Ladder.Today));
    }

    [Fact]
    public void Correct_ACorrection_KeepsTheFirstPlace()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 3), Ladder.Step(DealStage.Signed, 200, 3));
        var second = deal.Correct(deal.Steps[0], Ladder.Step(DealStage.Signed, 150, 3).Corrected(), Ladder.Officer, Ladder.Today);

        var third = deal.Correct(second, Ladder.Step(DealStage.Signed, 175, 3).Corrected(), Ladder.Officer, Ladder.Today);

        Assert.Equal((4, 1), (third.Number, third.Place));
        Assert.Equal([third, deal.Steps[1]], deal.Standing);
    }

    [Fact]
    public void Correct_TheDay_MovesItAlongTheLadder()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1), Ladder.Step(DealStage.Signed, 200, 5));

        deal.Correct(deal.Steps[0], Ladder.Step(DealStage.Signed, 100, 6).Corrected(), Ladder.Officer, Ladder.Today);

        Assert.Equal(100m, deal.ContractAmount);
    }

    [Fact]
    public void Correct_WhatIsCorrectedAlready_IsRefused()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 3));
        var wrong = deal.Steps[0];
        deal.Correct(wrong, Ladder.Step(DealStage.Signed, 150, 3).Corrected(), Ladder.Officer, Ladder.Today);

        AssertRefused(DealRefusal.AlreadyCorrected, deal, wrong, Ladder.Step(DealStage.Signed, 175, 3).Corrected());
        Assert.Equal(DealRefusal.AlreadyCorrected, deal.WithdrawalRefusal(wrong, "중복"));
        Assert.Throws<DomainException>(() => deal.Withdraw(wrong, "중복", Ladder.Officer, Ladder.Today));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Correct_WithoutReason_IsRefused(string? reason)
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 3));

        AssertRefused(DealRefusal.ReasonMissing, deal, deal.Steps[0], Ladder.Step(DealStage.Signed, 175, 3) with { Reason = reason });
    }

    [Fact]
    public void Correct_IntoWhatTheOthersContradict_IsRefused()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1), Ladder.Step(DealStage.Committed, 100, 3), Ladder.Step(DealStage.Signed, 100, 5));

        AssertRefused(DealRefusal.StageGoesBack, deal, deal.Steps[1], Ladder.Step(DealStage.Pursued, 100, 6).Corrected());
        AssertRefused(DealRefusal.StageGoesBack, deal, deal.Steps[0], Ladder.Step(DealStage.Signed, 100, 1).Corrected());
        AssertRefused(DealRefusal.DealIsPaid, deal, deal.Steps[0], Ladder.Step(DealStage.Paid, 100, 1).Corrected());
        AssertRefused(DealRefusal.DealHasEnded, deal, deal.Steps[1], Ladder.Step(DealStage.Lost, 0, 3));
        AssertRefused(DealRefusal.BeforeConsultation, deal, deal.Steps[0], Ladder.Step(DealStage.Pursued, 100, -1).Corrected());
        AssertRefused(DealRefusal.InTheFuture, deal, deal.Steps[2], Ladder.Step(DealStage.Signed, 100, 22).Corrected());
        AssertRefused(DealRefusal.AmountMissing, deal, deal.Steps[2], new StepDraft(DealStage.Signed, null, Ladder.Held, Reason: "잘못 적음"));
    }

    [Fact]
    public void Correct_WhatWouldContradictItself_IsAskedOfTheOthersOnly()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1), Ladder.Step(DealStage.Signed, 100, 5));

        deal.Correct(deal.Steps[1], Ladder.Step(DealStage.Committed, 90, 7).Corrected(), Ladder.Officer, Ladder.Today);

        Assert.Equal((DealStage.Committed, 90m), (deal.Stage, deal.ContractAmount));
    }

    [Fact]
    public void Correct_ASideExitIntoARung_DealIsOpenAgain()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1), Ladder.Step(DealStage.Lost, 0, 3));

        deal.Correct(deal.Steps[1], Ladder.Step(DealStage.Signed, 80, 3).Corrected(), Ladder.Officer, Ladder.Today);

        Assert.Equal((DealState.Open, DealStage.Signed, 80m), (deal.State, deal.Stage, deal.ContractAmount));
    }

    [Fact]
    public void Withdraw_TakesItAwayAndPutsNothingInItsPlace()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1), Ladder.Step(DealStage.Signed, 200, 3));

        var withdrawal = deal.Withdraw(deal.Steps[1], "다른 회사의 계약", Ladder.Company, Ladder.Today);

        Assert.True(withdrawal is { Number: 3, IsWithdrawal: true, Stands: false, Value: null, Share: null, ByCompany: true, Reason: "다른 회사의 계약" });
        Assert.Same(deal.Steps[1], withdrawal.Corrects);
        Assert.True(deal.Steps[1].IsStruck);
        Assert.Equal((DealStage.Pursued, 100m), (deal.Stage, deal.ContractAmount));
        Assert.Equal(DealRefusal.AlreadyCorrected, deal.Refusal(Ladder.Step(DealStage.Signed, 1, 4).Corrected(), withdrawal, Ladder.Today));
    }

    [Fact]
    public void Withdraw_TheOnlyStep_LeavesADealThatStandsForNothing()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1) with { Value = Ladder.Eur(100, 1.1m) });

        deal.Withdraw(deal.Steps[0], "중복", Ladder.Officer, Ladder.Today.AddDays(1));

        Assert.Equal(new Standing(null, DealState.Open, null, null, null, false, EvidenceTier.Recorded, 0, null, null, null, null), Standing.Of(deal));
        Assert.Null(deal.Share);
        Assert.Equal(Ladder.Today.AddDays(1), deal.LastNewsOn);
        deal.Add(Ladder.Step(DealStage.Pursued, 40, 2), Ladder.Officer, Ladder.Today);
        Assert.Equal((DealStage.Pursued, 40m), (deal.Stage, deal.ContractAmount));
    }

    [Fact]
    public void Withdraw_WithoutReason_IsRefused()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Signed, 100, 1));

        Assert.Equal(DealRefusal.ReasonMissing, deal.WithdrawalRefusal(deal.Steps[0], " "));
        Assert.Throws<DomainException>(() => deal.Withdraw(deal.Steps[0], " ", Ladder.Officer, Ladder.Today));
        Assert.Single(deal.Steps);
    }

    [Fact]
    public void Withdraw_ASideExit_DealIsOpenAgain()
    {
        var deal = Ladder.Of(Ladder.Step(DealStage.Pursued, 100, 1), Ladder.Step(DealStage.Lost, 0, 3));

        deal.Withdraw(deal.Steps[1], "잘못 들음", Ladder.Officer, Ladder.Today);

        Assert.Equal(DealState.Open, deal.State);
        Assert.Null(deal.Refusal(Ladder.Step(DealStage.Signed, 100, 4), null, Ladder.Today));
    }

    [Fact]
    public void Withdraw_WhatTookTheDealUpAgain_IsRefusedWhileOthersFollowIt()
    {
        var deal = Ladder.Of(
            Ladder.Step(DealStage.Pursued, 100, 1), Ladder.Step(DealStage.Lost, 0, 3), Ladder.Step(DealStage.Signed, 80, 5).Reviving(), Ladder.Step(DealStage.Shipped, 80, 7));
        var revival = deal.Steps[2];

        Assert.Equal(DealRefusal.DealHasEnded, deal.WithdrawalRefusal(revival, "중복"));
        Assert.Throws<DomainException>(() => deal.Withdraw(revival, "중복", Ladder.Officer, Ladder.Today));
        AssertRefused(DealRefusal.DealHasEnded, deal, revival, Ladder.Step(DealStage.Signed, 90, 5).Corrected());

        deal.Withdraw(deal.Steps[3], "중복", Ladder.Officer, Ladder.Today);
        deal.Withdraw(revival, "중복", Ladder.Officer, Ladder.Today);
        Assert.Equal((DealState.Lost, DealStage.Pursued), (deal.State, deal.Stage));
    }

    private static void AssertRefused(DealRefusal why, Deal deal, DealStep wrong, StepDraft draft)
    {
        var (steps, stood, struck) = (deal.Steps.Count, Standing.Of(deal), wrong.IsStruck);

        Assert.Equal(why, deal.Refusal(draft, wrong, Ladder.Today));
        Assert.Throws<DomainException>(() => deal.Correct(wrong, draft, Ladder.Officer, Ladder.Today));
        Assert.Equal((steps, stood, struck), (deal.Steps.Count, Standing.Of(deal), wrong.IsStruck));
    }
}
