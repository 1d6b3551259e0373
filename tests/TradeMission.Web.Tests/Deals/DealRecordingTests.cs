using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Deals;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>The act itself, by many at once on one deal: A × Nusantara, pursued 120,000.50 USD since 2 November 2026.</summary>
public sealed class DealRecordingTests
{
    private const int Writers = 8;
    private static readonly DateOnly Day = new(2026, 11, 3);
    private static readonly Author By = new(null, "김담당", false, TestDatabase.Start.UtcDateTime);

    [Fact]
    public async Task Add_ByManyAtOnce_RecordsEachOnce()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        var deal = await DealAsync(database);

        var outcomes = await TogetherAsync(database, (recording, writer) => recording.AddAsync(deal.Id, Shipped(writer + 1.01m), By, null, CancellationToken.None));

        Assert.All(outcomes, outcome => Assert.Empty(outcome.Problems));
        var after = await DealAsync(database);
        Assert.Equal(Enumerable.Range(1, Writers + 1), after.Steps.Select(step => step.Number).Order());
        Assert.Equal(Enumerable.Range(0, Writers).Select(writer => writer + 1.01m), after.Steps.Where(step => step.Stage == DealStage.Shipped).Select(step => step.Value!.Amount).Order());
        Assert.Equal((DealStage.Shipped, 120_000.50m), (after.Stage, after.ContractBase));
        await using var db = database.Open();
        var shipped = await db.TierTotals.SingleAsync(total => total.MissionId == World.Ids.Underway && total.Scope == TotalScope.Mission && total.Figure == TotalFigure.Shipped);
        Assert.Equal((Writers, 36.08m), (shipped.Count, shipped.Amount));
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Correct_SameStepByManyAtOnce_CorrectsItOnce()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        var deal = await DealAsync(database);

        var outcomes = await TogetherAsync(database, (recording, writer) => recording.CorrectAsync(
            deal.Id, deal.Steps[0].Id, Shipped(100m + writer) with { Stage = DealStage.Pursued, Reason = "잘못 적음" }, By, null, CancellationToken.None));

        var right = Assert.Single(outcomes, outcome => outcome.Step is not null).Step!;
        Assert.All(outcomes.Where(outcome => outcome.Step is null), outcome => Assert.Equal(nameof(StepInput.Reason), Assert.Single(outcome.Problems).Field));
        var after = await DealAsync(database);
        Assert.Equal(2, after.Steps.Count);
        Assert.Equal((right.Value!.Amount, EvidenceTier.Recorded), (after.ContractAmount, after.Tier));
        await Recorded.AssertTotalsAsync(database);
    }

    /// <summary>Whoever comes first, the rules hold for what all of them made of the deal: no contract stage stands after paid, nor goes back.</summary>
    [Fact]
    public async Task AddAndCorrect_ByManyAtOnce_AreRecordedOrRefusedForARule()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        var deal = await DealAsync(database);
        DealStage[] stages = [DealStage.Committed, DealStage.Signed, DealStage.Paid, DealStage.Pursued, DealStage.AdvanceReceived, DealStage.Shipped];

        var outcomes = await TogetherAsync(database, (recording, writer) => writer < stages.Length
            ? recording.AddAsync(deal.Id, Shipped(1_000m + writer) with { Stage = stages[writer] }, By, null, CancellationToken.None)
            : recording.CorrectAsync(deal.Id, deal.Steps[0].Id, Shipped(1_000m + writer) with { Stage = DealStage.Committed, Reason = "잘못 적음" }, By, null, CancellationToken.None));

        Assert.All(outcomes, outcome => Assert.True(outcome.Step is null == outcome.Problems.Count > 0));
        var after = await DealAsync(database);
        var recorded = outcomes.Where(outcome => outcome.Step is not null).Select(outcome => outcome.Step!.Value!.Amount).Order();
        Assert.Equal(recorded, after.Steps.Where(step => step.Number > 1).Select(step => step.Value!.Amount).Order());
        Assert.Equal(Enumerable.Range(1, after.Steps.Count), after.Steps.Select(step => step.Number).Order());
        var contract = after.Standing.Where(step => step.Stage.IsContract()).Select(step => step.Stage).ToList();
        Assert.Equal(contract.Order(), contract);
        Assert.DoesNotContain(after.Standing.SkipWhile(step => step.Stage != DealStage.Paid), step => step.Stage.IsContract());
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Add_WhileTheConsultationMoves_CountsWhereItStands()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        var deal = await DealAsync(database);

        var adding = TogetherAsync(database, (recording, writer) => recording.AddAsync(deal.Id, Shipped(writer + 1m), By, null, CancellationToken.None));
        var moving = Task.Run(async () =>
        {
            for (var time = 0; time < Writers; time++)
            {
                await using var db = database.Open();
                var consultation = await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithNusantara);
                consultation.StopId = time % 2 == 0 ? World.Ids.HanoiStop : World.Ids.BandungStop;
                consultation.ParticipationId = time % 3 == 0 ? World.Ids.BUnderway : World.Ids.AUnderway;
                await db.SaveChangesAsync();
            }
        });
        await Task.WhenAll(adding, moving);

        Assert.Equal(1 + Writers, (await DealAsync(database)).Steps.Count);
        await Recorded.AssertTotalsAsync(database);
    }

    /// <summary>Outside the one act, too. The new step leaves what the deal says of itself as it was; the answer to the step before it is no longer the deal's.</summary>
    [Fact]
    public async Task Save_OfTwoWhoDidNotSeeEachOther_TheSecondIsTold()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using var one = database.Open();
        await using var other = database.Open();
        var (deal, same) = (await ReadAsync(one), await ReadAsync(other));
        var first = deal.Steps[0];

        same.Add(new StepDraft(DealStage.Pursued, World.Usd(120_000.50m, first.On), first.On, first.ExpectedOn), By, same.LastNewsOn);
        await other.SaveChangesAsync();
        deal.Take(first, FigureState.Confirmed);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => one.SaveChangesAsync());
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Save_FilesByTwoWhoDidNotSeeEachOther_TheSecondIsTold()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using (var db = database.Open())
        {
            var documented = await ReadAsync(db);
            documented.Attach(documented.Steps[0], World.File(documented.Steps[0]));
            await db.SaveChangesAsync();
        }

        await using var one = database.Open();
        await using var other = database.Open();
        var (deal, same) = (await ReadAsync(one), await ReadAsync(other));

        same.Attach(same.Steps[0], World.File(same.Steps[0]));
        await other.SaveChangesAsync();
        deal.Detach(deal.Steps[0], deal.Steps[0].Evidence[0]);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => one.SaveChangesAsync());
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Withdraw_WhatTookTheDealUpAgain_IsRefusedWhileOthersFollowIt()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        var deal = await DealAsync(database);
        await using var db = database.Open();
        var recording = new DealRecording(db);
        await recording.AddAsync(deal.Id, new StepInput { Stage = DealStage.Lost, On = Day, Reason = "바이어 사정" }, By, null, CancellationToken.None);
        var revival = await recording.AddAsync(deal.Id, Shipped(5m) with { Revives = true, Reason = "다시 주문함" }, By, null, CancellationToken.None);
        await recording.AddAsync(deal.Id, Shipped(6m), By, null, CancellationToken.None);

        var outcome = await recording.WithdrawAsync(deal.Id, revival.Step!.Id, "중복", By, CancellationToken.None);

        Assert.Equal((nameof(StepInput.Reason), TradeMission.Web.Infrastructure.Texts.Get("Deals.OthersFollowIt")), (outcome.Problems.Single().Field, outcome.Problems.Single().Message));
        Assert.Equal(4, (await DealAsync(database)).Steps.Count);
        await Recorded.AssertTotalsAsync(database);
    }

    private static StepInput Shipped(decimal amount) => new() { Stage = DealStage.Shipped, Amount = amount, Currency = "USD", On = Day };

    private static Task<DealOutcome[]> TogetherAsync(TestDatabase database, Func<DealRecording, int, Task<DealOutcome>> act) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            await using var db = database.Open();
            return await act(new DealRecording(db), writer);
        })));

    private static async Task<Deal> DealAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await ReadAsync(db);
    }

    private static Task<Deal> ReadAsync(TradeDbContext db) => db.Deals.WithSteps().SingleAsync(deal => deal.ConsultationId == World.Ids.AWithNusantara);
}
