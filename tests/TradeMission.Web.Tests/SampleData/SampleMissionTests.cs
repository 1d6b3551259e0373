using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.SampleData;

/// <summary>The sample mission shows every page full, and says of every name that it is one.</summary>
public sealed class SampleMissionTests(LoadedSamples samples) : IClassFixture<LoadedSamples>
{
    private const string Reference = "TM-2026-014";

    [Fact]
    public async Task SampleMission_ReachesItsMinimums()
    {
        await using var db = samples.Open();
        var held = await db.Consultations.Include(consultation => consultation.Deals).Where(consultation => consultation.Mission.Reference == Reference).ToListAsync();
        var usual = UsualValue.Of(held.Select(consultation => consultation.Value?.BaseAmount ?? 0).Where(value => value > 0));
        IEnumerable<FigureWarning> Warnings(Consultation consultation)
        {
            var open = consultation.Deals.Where(deal => deal.State == DealState.Open).ToList();
            return Consultation.FigureWarningsOf(
                    consultation.Value?.BaseAmount, open.Sum(deal => deal.ContractBase), open.Where(deal => deal.Stage == DealStage.Pursued).Sum(deal => deal.ContractBase))
                .Concat(usual.IsFarOff(consultation.Value?.BaseAmount ?? 0) ? [FigureWarning.ValueFarOff] : []);
        }


        Assert.Equal(MissionStatus.Underway, await db.Missions.Where(mission => mission.Reference == Reference).Select(mission => mission.Status).SingleAsync());
        Assert.True(held.Select(consultation => consultation.ParticipationId).Distinct().Count() >= 8);
        Assert.True(held.Select(consultation => consultation.BuyerId).Distinct().Count() >= 40);
        Assert.True(held.Count >= 120, $"{held.Count} consultations");
        Assert.Subset(held.Select(consultation => consultation.Value?.Currency).ToHashSet(), new HashSet<string?> { "USD", "MYR", "IDR" });
        Assert.Equal(Enum.GetValues<Assessment>().Order(), held.Select(consultation => consultation.Assessment!.Value).Distinct().Order());
        Assert.Contains(held, consultation => consultation.Value is { BaseAmount: null });
        Assert.Contains(held, consultation => consultation.Value is null && consultation.Assessment != Assessment.DidNotTakePlace);
        Assert.Equal(Enum.GetValues<FigureWarning>(), held.SelectMany(Warnings).Distinct().Order());
        Assert.Contains(held, consultation => consultation.NextStepDoneOn is not null);
        Assert.Contains(held, consultation => consultation is { NextStepDueOn: not null, NextStepDoneOn: null });
    }

    [Fact]
    public async Task SampleMission_FillsEverySection()
    {
        await using var db = samples.Open();
        var mission = await db.Missions.Include(m => m.Stops).ThenInclude(stop => stop.Supports).Include(m => m.StatedTotals).Include(m => m.CoHosts).Include(m => m.StatusChanges)
            .SingleAsync(m => m.Reference == Reference);

        Assert.Equal(3, mission.Stops.Count);
        Assert.All(mission.Stops, stop => Assert.Contains(stop.Supports, support => support.Value is { BaseAmount: > 0 }));
        Assert.Equal(2, mission.StatedTotals.Count);
        Assert.Single(mission.CoHosts);
        Assert.Equal(3, mission.StatusChanges.Count);
        Assert.NotNull(mission.PlannedBudget);
        Assert.NotNull(mission.SpentBudget);
        Assert.NotNull(mission.TargetContractValue);
        Assert.True(await db.Exchanges.CountAsync(exchange => exchange.MissionId == mission.Id) >= 2);
    }

    [Fact]
    public async Task Meetings_KeepTheRules()
    {
        await using var db = samples.Open();
        var held = await db.Consultations.Include(consultation => consultation.Stop).Include(consultation => consultation.Buyer).Include(consultation => consultation.Participation)
            .Where(consultation => consultation.Mission.Reference != "TM-2008-001").ToListAsync();

        Assert.All(held, consultation => Assert.Equal(DayFit.Within, Stop.Fit(consultation.HeldOn, consultation.Stop!.StartsOn!.Value, consultation.Stop.EndsOn!.Value)));
        Assert.All(held, consultation => Assert.Equal(consultation.MissionId, consultation.Participation.MissionId));
        Assert.All(held, consultation => Assert.Equal(ParticipationStatus.Selected, consultation.Participation.Status));
        Assert.All(held, consultation => Assert.NotEqual(Credit.Blocked, consultation.Buyer.Credit));
        Assert.All(held, consultation => Assert.Equal(consultation.Stop!.Country, consultation.Buyer.Country));
        Assert.Equal(held.Count, held.DistinctBy(consultation => (consultation.ParticipationId, consultation.BuyerId, consultation.HeldOn)).Count());
    }

    [Fact]
    public async Task Years_AreFilledAndEveryStatusIsThere()
    {
        await using var db = samples.Open();
        var missions = await db.Missions.Where(mission => mission.Reference != "TM-2008-001").ToListAsync();

        Assert.Equal(Enum.GetValues<MissionStatus>().Except([MissionStatus.Confirmed]).Order(), missions.Select(mission => mission.Status).Distinct().Order());
        Assert.Equal(Enumerable.Range(2019, 9), missions.Select(mission => mission.StartsOn.Year).Distinct().Order());
        Assert.Equal(5, await db.Stops.Where(stop => stop.Mission.Reference != "TM-2008-001" && stop.SisterCityId != null).Select(stop => stop.SisterCityId).Distinct().CountAsync());
    }

    [Fact]
    public async Task Buyers_VaryInCredit()
    {
        await using var db = samples.Open();
        var buyers = await db.Buyers.ToListAsync();

        Assert.Equal(Enum.GetValues<Credit>(), buyers.Select(buyer => buyer.Credit).Distinct().Order());
        Assert.Contains(buyers, buyer => buyer.Credit == Credit.Checked && buyer.CreditOn(new DateOnly(2026, 11, 23)) == Credit.Unknown);
    }

    [Fact]
    public async Task InventedNames_AllSaySo()
    {
        await using var db = samples.Open();
        var names = new List<string?>();
        names.AddRange(await db.Missions.Where(mission => mission.Reference != "TM-2008-001").Select(mission => mission.TitleKo).ToListAsync());
        names.AddRange(await db.Missions.Where(mission => mission.Reference != "TM-2008-001").Select(mission => mission.LeadOrganisation).ToListAsync());
        names.AddRange(await db.Companies.Where(company => company.RegistrationNumber != null).Select(company => company.NameKo).ToListAsync());
        names.AddRange(await db.Companies.Where(company => company.RegistrationNumber != null).Select(company => company.Representative).ToListAsync());
        names.AddRange(await db.Buyers.Where(buyer => buyer.Name != "Graha" && buyer.Name != "JTH Cosmetics").Select(buyer => buyer.Name).ToListAsync());
        names.AddRange(await db.SisterCities.Where(city => city.NameKo != "반둥").Select(city => city.NameKo).ToListAsync());
        names.AddRange(await db.Contacts.Select(contact => contact.Name).ToListAsync());
        names.AddRange(await db.Users.Select(user => user.Name).ToListAsync());
        names.AddRange(await db.Stops.Where(stop => stop.Mission.Reference != "TM-2008-001" && stop.Venue != null).Select(stop => stop.Venue).ToListAsync());
        names.AddRange(await db.StatedTotals.Where(stated => stated.Mission.Reference != "TM-2008-001").Select(stated => stated.Source).ToListAsync());

        Assert.True(names.Count > 250, $"only {names.Count} names");
        Assert.All(names, name => Assert.EndsWith("(예시)", name));
        Assert.All(await db.Companies.Where(company => company.RegistrationNumber != null).Select(company => company.NameEn).ToListAsync(), name => Assert.EndsWith("(sample)", name));
        Assert.All(await db.Missions.Where(mission => mission.Reference != "TM-2008-001").Select(mission => mission.TitleEn).ToListAsync(), name => Assert.EndsWith("(sample)", name));
        Assert.All(await db.ExchangeRates.Select(rate => rate.Source).ToListAsync(), source => Assert.Contains("예시", source));
        Assert.All(await db.Users.Select(user => user.Email).ToListAsync(), mail => Assert.EndsWith("@example.com", mail));
    }

    [Fact]
    public async Task RegistrationNumbersAndHsCodes_AreValid()
    {
        await using var db = samples.Open();

        Assert.All(
            await db.Companies.Where(company => company.RegistrationNumber != null).Select(company => company.RegistrationNumber).ToListAsync(),
            number => Assert.True(RegistrationNumber.Parse(number) == number && number!.StartsWith("000", StringComparison.Ordinal), number));
        Assert.All(await db.Products.Where(product => product.HsCode != null).Select(product => product.HsCode).ToListAsync(), code => Assert.Equal(code, Product.ParseHsCode(code)));
    }

    [Fact]
    public async Task Totals_AreTheSumOfTheRecords()
    {
        await using var db = samples.Open();
        var held = await db.Consultations.Include(consultation => consultation.Deals).ToListAsync();
        foreach (var total in await db.MissionTotals.ToListAsync())
        {
            var counted = held.Where(consultation => consultation.MissionId == total.MissionId && total.ScopeId == total.Scope switch
            {
                TotalScope.Mission => consultation.MissionId,
                TotalScope.Stop => consultation.StopId ?? MissionTotal.UnknownStop,
                _ => consultation.ParticipationId,
            }).ToList();

            Assert.Equal(
                (counted.Count, counted.Select(c => c.BuyerId).Distinct().Count(), counted.Sum(c => c.Value?.BaseAmount ?? 0), counted.Sum(c => c.Deals.Where(deal => deal.State == DealState.Open).Sum(deal => deal.ContractBase ?? 0))),
                (total.Consultations, total.Buyers, total.ConsultationValue, total.ContractValue));
        }
    }

    [Fact]
    public async Task Users_HaveOneOfFourRolesEach()
    {
        await using var db = samples.Open();
        var roles = await db.UserRoles.Join(db.Roles, pair => pair.RoleId, role => role.Id, (pair, role) => role.Name).ToListAsync();

        Assert.Equal(await db.Users.CountAsync(), roles.Count);
        Assert.Equal(4, roles.Distinct().Count());
        Assert.Equal(roles.Count(role => role == "Company"), await db.Users.CountAsync(user => user.CompanyId != null));
    }

    [Fact]
    public async Task Everything_IsAuditedAsSample()
    {
        await using var db = samples.Open();
        var audited = await db.AuditEntries.Where(entry => entry.Record == "Consultation" && entry.Act == AuditAct.Created).Select(entry => entry.RecordId).ToListAsync();

        Assert.Equal((await db.Consultations.Select(consultation => consultation.Id).ToListAsync()).Order(), audited.Order());
        Assert.Equal(["예시 자료"], await db.AuditEntries.Select(entry => entry.ActorName).Distinct().ToListAsync());
    }
}
