using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;

namespace TradeMission.Browser.Tests.Offline;

/// <summary>A mission that runs today, for one test, with two officers who may log in it.</summary>
internal sealed class OfflineMission(Portal portal)
{
    public const string Officer = "officer@example.com";
    public const string Other = "other-officer@example.com";

    public long Id { get; private set; }

    public string Address => $"/missions/{Id}/consultations/new";

    public static async Task<OfflineMission> MakeAsync(Portal portal)
    {
        var made = new OfflineMission(portal);
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradeDbContext>();
        var today = DateOnly.FromDateTime(db.Clock.GetUtcNow().UtcDateTime);
        var mission = new Mission
        {
            Reference = $"TM-{Guid.NewGuid():N}"[..14],
            TitleKo = "오프라인 시장개척단 (예시)",
            TitleEn = "Offline mission",
            StartsOn = today.AddDays(-2),
            EndsOn = today.AddDays(3),
            Region = "ASEAN",
            LeadOrganisation = "국제통상팀",
            BaseCurrency = "USD",
        };
        foreach (var status in new[] { MissionStatus.Recruiting, MissionStatus.Confirmed, MissionStatus.Underway })
        {
            mission.ChangeStatus(status, "계획대로", null, "시험", db.Clock.GetUtcNow().UtcDateTime);
        }

        db.Add(mission);
        await db.SaveChangesAsync();
        var company = await db.Companies.OrderBy(company => company.Id).FirstAsync();
        var participation = new Participation { MissionId = mission.Id, CompanyId = company.Id };
        participation.Decide(ParticipationStatus.Selected);
        db.Add(participation);
        db.Add(new Stop { MissionId = mission.Id, CityKo = "자카르타", CityEn = "Jakarta", Country = "ID", TimeZone = "Asia/Jakarta", StartsOn = today.AddDays(-2), EndsOn = today.AddDays(3) });
        await db.SaveChangesAsync();
        await AddOtherOfficerAsync(scope.ServiceProvider, portal.SamplePassword);
        made.Id = mission.Id;
        return made;
    }

    public async Task<List<Consultation>> RecordsAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TradeDbContext>().Consultations.AsNoTracking()
            .Where(consultation => consultation.MissionId == Id).Include(consultation => consultation.Buyer).OrderBy(consultation => consultation.Id).ToListAsync();
    }

    public async Task<int> BuyersAsync(string name)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TradeDbContext>().Buyers.CountAsync(buyer => buyer.Name == name);
    }

    /// <summary>Whatever became of the network, the stored totals are the sum of the records.</summary>
    public async Task AssertTotalsAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<TotalsCheck>().FindAsync(Id)).Select(difference => $"{difference}"));
    }

    private static async Task AddOtherOfficerAsync(IServiceProvider services, string password)
    {
        var users = services.GetRequiredService<UserManager<TradeUser>>();
        if (await users.FindByEmailAsync(Other) is null)
        {
            var user = new TradeUser { Name = "박담당 (예시)", UserName = Other, Email = Other, EmailConfirmed = true };
            Assert.True((await users.CreateAsync(user, password)).Succeeded);
            Assert.True((await users.AddToRoleAsync(user, "Officer")).Succeeded);
        }
    }
}
