using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>
/// Nine deals for the list. A × Nusantara: 1 pursued (120,000.50), 2 paid (40,000), 3 signed and documented (50,000, overdue), 9 withdrawn altogether;
/// A × Saigon: 4 lost (2,000), 7 on hold (3,000); B × Hanoi: 5 committed (7,000, due); B × Nusantara: 6 pursued in rupiahs without a rate; A × Edo of 2025: 8 pursued (2,500), quiet.
/// </summary>
public sealed class ListedDeals : Portal
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Open();
        await OpenAsync(db, World.Ids.AWithNusantara, (DealStage.Signed, Usd(40_000m), "2026-11-02"), (DealStage.Paid, Usd(40_000m), "2026-11-03"));
        var signed = await OpenAsync(db, World.Ids.AWithNusantara, (DealStage.Signed, Usd(50_000m), "2026-11-03"));
        signed.Attach(signed.Steps[0], World.File(signed.Steps[0]));
        signed.Follow("김담당", new DateOnly(2026, 11, 3));
        await OpenAsync(db, World.Ids.AWithSaigon, (DealStage.Pursued, Usd(2_000m), "2026-11-05"), (DealStage.Lost, null, "2026-11-05"));
        var committed = await OpenAsync(db, World.Ids.BWithHanoi, (DealStage.Committed, Usd(7_000m), "2026-11-06"));
        committed.Follow("이후속", new DateOnly(2026, 11, 10));
        await OpenAsync(db, World.Ids.BWithNusantara, (DealStage.Pursued, new Valued(new Money(70_000_000m, "IDR"), null), "2026-11-03"));
        await OpenAsync(db, World.Ids.AWithSaigon, (DealStage.Committed, Usd(3_000m), "2026-11-05"), (DealStage.OnHold, null, "2026-11-05"));
        await OpenAsync(db, World.Ids.AWithEdo, (DealStage.Pursued, Usd(2_500m), "2025-05-13"));
        var nothing = await OpenAsync(db, World.Ids.AWithNusantara, (DealStage.Committed, Usd(1_000m), "2026-11-02"));
        nothing.Withdraw(nothing.Steps[0], "잘못 엶", new Author(null, "김담당", false, TestDatabase.Start.UtcDateTime), new DateOnly(2026, 11, 2));
        await db.SaveChangesAsync();
    }

    private static Valued Usd(decimal amount) => World.Usd(amount, new DateOnly(2026, 11, 2));

    private static async Task<Deal> OpenAsync(TradeDbContext db, long consultation, params (DealStage Stage, Valued? Value, string On)[] steps)
    {
        var held = await db.Consultations.Include(consultation => consultation.Mission).SingleAsync(found => found.Id == consultation);
        var author = new Author(null, "김담당", false, TestDatabase.Start.UtcDateTime);
        Deal? deal = null;
        foreach (var (stage, value, on) in steps)
        {
            var day = DateOnly.ParseExact(on, "yyyy-MM-dd");
            var draft = new StepDraft(stage, value, day, Reason: stage.IsExit() ? "가격이 맞지 않음" : null);
            if (deal is null)
            {
                db.Deals.Add(deal = held.OpenDeal(draft, author, day));
            }
            else
            {
                deal.Add(draft, author, day);
            }
        }

        await db.SaveChangesAsync();
        return deal!;
    }
}
