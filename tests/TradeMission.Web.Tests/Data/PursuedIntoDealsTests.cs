using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

/// <summary>A database that was filled while a consultation had one contract figure: what the migration makes of it.</summary>
public sealed class PursuedIntoDealsTests
{
    private static readonly string[] Amounts = ["0.01", "999999999999.99", "120000.50", "33333.33", "0.00"];

    /// <summary>Amounts whose sum no binary number holds: not a cent is lost, no total moves, and the check finds nothing.</summary>
    [Fact]
    public async Task Migrate_FilledDatabase_MakesOfEveryFigureTheFirstStepOfADeal()
    {
        await using var database = await TestDatabase.CreateUnmigratedAsync();
        await using (var db = database.Open())
        {
            var before = db.Database.GetMigrations().Single(name => name.EndsWith("_OpenSteps", StringComparison.Ordinal));
            await db.GetService<IMigrator>().MigrateAsync(before);
            await FillAsync(db);
            await db.GetService<IMigrator>().MigrateAsync();
        }

        await using var after = database.Open();
        var deals = await after.Deals.Include(deal => deal.Steps).OrderBy(deal => deal.Id).ToListAsync();
        Assert.Equal([0.01m, 999_999_999_999.99m, 120_000.50m, 33_333.33m, 0m], deals.Select(deal => deal.ContractAmount!.Value));
        Assert.All(deals, deal =>
        {
            var step = Assert.Single(deal.Steps);
            Assert.Equal((DealStage.Pursued, DealState.Open, EvidenceTier.Recorded), (deal.Stage!.Value, deal.State, deal.Tier));
            Assert.Equal((deal.ContractAmount, deal.ContractCurrency, deal.ContractBase), (step.Value!.Amount, step.Value.Currency, step.Value.BaseAmount));
            Assert.Equal((new DateOnly(2026, 11, 3), FigureState.Unanswered), (step.On, step.Answer));
            Assert.Equal(deal.ExpectedOn, step.ExpectedOn);
        });
        Assert.Equal((1.5m, "한국은행", new DateOnly(2026, 10, 30), (DateOnly?)new DateOnly(2026, 10, 30)), (deals[0].Steps[0].Value!.Rate!.Value, deals[0].Steps[0].Value!.RateSource, deals[0].Steps[0].Value!.RateOn!.Value, deals[0].RatesFrom));
        Assert.Equal((null, 1), (deals[3].ContractBase, deals[3].WithoutRate));
        var total = await after.MissionTotals.SingleAsync(total => total.Scope == TotalScope.Mission);
        Assert.Equal((0.015m + 999_999_999_999.99m + 120_000.50m, 1), (total.ContractValue, total.ContractValuesWithoutRate));
        var pursued = await after.TierTotals.SingleAsync(cell => cell.Scope == TotalScope.Mission && cell.Figure == TotalFigure.ContractPursued);
        Assert.Equal((5, total.ContractValue, 1), (pursued.Count, pursued.Amount, pursued.WithoutRate));
        Assert.Empty(await new TotalsCheck(after).FindAsync());
        await Recorded.AssertTotalsAsync(database);
    }

    /// <summary>By the words of the database of that time, which today's records do not know any more.</summary>
    private static async Task FillAsync(TradeDbContext db)
    {
        await db.Database.ExecuteSqlRawAsync("""
            INSERT INTO [Missions] ([Reference], [TitleKo], [TitleEn], [StartsOn], [EndsOn], [Region], [LeadOrganisation], [BaseCurrency], [Status], [SearchText], [Version])
            VALUES ('TM-2026-001', 'x', 'x', '2026-11-02', '2026-11-06', 'ASEAN', 'x', 'USD', 'Underway', 'x', 0);
            INSERT INTO [Companies] ([NameKo], [Size], [SearchText], [Version]) VALUES ('x', 'Unknown', 'x', 0);
            INSERT INTO [Buyers] ([Name], [Credit], [SearchText], [Version]) VALUES ('x', 'Unknown', 'x', 0);
            INSERT INTO [Participations] ([MissionId], [CompanyId], [Status], [Version]) VALUES (1, 1, 'Selected', 0);
            """);
        for (var i = 0; i < Amounts.Length; i++)
        {
            // One at a rate, one without any, the others in the base currency.
            var (currency, rate, inBase) = i switch { 0 => ("EUR", "1.5", "0.015"), 3 => ("SGD", null, null), _ => ("USD", "1", Amounts[i]) };
            var expected = i == 1 ? null : "2027-02-01";
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO [Consultations] ([ClientId], [MissionId], [ParticipationId], [BuyerId], [HeldOn], [DayUnknown], [Kind], [LoggedByName], [LoggedAt], [From], [SearchText], [Version],
                    [Pursued_Amount], [Pursued_Currency], [Pursued_Rate], [Pursued_RateOn], [Pursued_RateSource], [Pursued_BaseAmount], [PursuedExpectedOn])
                VALUES ({Guid.NewGuid()}, 1, 1, 1, '2026-11-03', 0, 'AtVenue', 'x', '2026-11-03 01:00:00', 'Page', 'x', 0,
                    {Amounts[i]}, {currency}, {rate}, {(rate is null ? null : "2026-10-30")}, {(rate is null ? null : i == 0 ? "한국은행" : "")}, {inBase}, {expected})
                """);
        }

        var sum = "1000000120000.505";
        foreach (var (scope, id) in new[] { ("Mission", 1), ("Stop", 0), ("Participation", 1) })
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO [MissionTotals] ([MissionId], [Scope], [ScopeId], [Consultations], [Buyers], [ConsultationValue], [ContractValue], [ConsultationValuesWithoutRate], [ContractValuesWithoutRate])
                VALUES (1, {scope}, {id}, 5, 1, '0.0', {sum}, 0, 1)
                """);
        }
    }
}
