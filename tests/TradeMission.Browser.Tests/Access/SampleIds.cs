using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Confirmations;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Browser.Tests.Access;

/// <summary>Records of the sample data that pages are opened with, by what stands before an id in an address; and who opens them.</summary>
public sealed class SampleIds
{
    private readonly Dictionary<string, string> ids = [];
    private readonly Dictionary<Role, string> people = [];

    private SampleIds()
    {
    }

    /// <summary>The 2008 mission: half of it is not known.</summary>
    public string Old { get; private set; } = "";

    public string Closed { get; private set; } = "";

    /// <param name="part">What stands before the id.</param>
    /// <param name="room">The address's first part, where ids of the same kind hang on different records.</param>
    public string Of(string part, string room = "") => ids.GetValueOrDefault($"{room}/{part}") ?? ids.GetValueOrDefault(part) ?? throw new InvalidOperationException($"No sample record stands under /{part}/: add one to {nameof(SampleIds)}.");

    public string PersonOf(Role role) => people[role];

    public static async Task<SampleIds> OfAsync(Portal portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradeDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<TradeUser>>();
        var found = new SampleIds();
        foreach (var role in new[] { Role.Officer, Role.Manager, Role.Administrator, Role.Company })
        {
            found.people[role] = (await users.GetUsersInRoleAsync(role.ToString())).Where(user => user.PasswordHash is not null).MinBy(user => user.Id)!.Email!;
        }

        // The company's own records, so that everybody who may open a page finds something there.
        var company = await db.Users.Where(user => user.Email == found.people[Role.Company]).Select(user => user.CompanyId).SingleAsync();
        var consultation = await db.Consultations.Where(consultation => consultation.Participation.CompanyId == company && consultation.StopId != null && consultation.Value != null)
            .Where(consultation => consultation.Mission.Status == MissionStatus.Underway && consultation.Mission.Stops.Any(stop => stop.Supports.Any()))
            .OrderBy(consultation => consultation.Id).FirstAsync();
        found.Add("missions", consultation.MissionId);
        found.Add("consultations", consultation.Id);
        found.Add("participations", consultation.ParticipationId);
        found.Add("companies", company);
        found.Add("buyers", consultation.BuyerId);
        found.Add("companies/others", await db.Companies.Where(other => other.Id != company).OrderBy(other => other.Id).Select(other => other.Id).FirstAsync());
        found.Add("buyers/others", await db.Buyers.Where(other => other.Id != consultation.BuyerId).OrderBy(other => other.Id).Select(other => other.Id).FirstAsync());
        var step = await db.DealSteps.Where(step => step.Deal.Consultation.Participation.CompanyId == company && !step.IsStruck && !step.IsWithdrawal && step.ByCompany).OrderBy(step => step.Id).FirstAsync();
        found.Add("deals", step.DealId);
        found.Add("steps", step.Id);
        found.Add("snapshots", 1);
        await scope.ServiceProvider.GetRequiredService<Asking>().AskAsync(consultation.ParticipationId, CancellationToken.None);
        var letter = await db.OutgoingMails.Where(mail => mail.Key.StartsWith("confirmation/")).OrderByDescending(mail => mail.Id).FirstAsync();
        found.ids["confirmations"] = Regex.Match(letter.Text, "/confirmations/([A-Za-z0-9_-]+)").Groups[1].Value;
        found.Add("stops", await db.HostSupports.Where(support => support.Stop.MissionId == consultation.MissionId).Select(support => support.StopId).FirstAsync());
        found.Add("supports", await db.HostSupports.Where(support => support.StopId == long.Parse(found.Of("stops"))).Select(support => support.Id).FirstAsync());
        found.Add("products", await db.Products.Where(product => product.CompanyId == company).Select(product => product.Id).FirstAsync());
        found.Add("companies/contacts", await db.Contacts.Where(contact => contact.CompanyId == company).Select(contact => contact.Id).FirstAsync());
        found.Add("buyers/contacts", await db.Contacts.Where(contact => contact.BuyerId == consultation.BuyerId).Select(contact => contact.Id).FirstAsync());
        var city = await db.SisterCities.Where(city => city.Exchanges.Any() && city.Contacts.Any()).OrderBy(city => city.Id).Select(city => city.Id).FirstAsync();
        found.Add("sister-cities", city);
        found.Add("exchanges", await db.Exchanges.Where(exchange => exchange.SisterCityId == city).Select(exchange => exchange.Id).FirstAsync());
        found.Add("sister-cities/contacts", await db.Contacts.Where(contact => contact.SisterCityId == city).Select(contact => contact.Id).FirstAsync());
        found.Add("users", await db.Users.OrderBy(user => user.Id).Select(user => user.Id).FirstAsync());
        found.Add("rates", await db.ExchangeRates.OrderBy(rate => rate.Id).Select(rate => rate.Id).FirstAsync());
        var stated = await db.StatedTotals.OrderBy(total => total.Id).FirstAsync();
        found.Add("stated-totals", stated.Id);
        found.Add("stated", stated.MissionId);
        found.Old = Text(await db.Missions.OrderBy(mission => mission.StartsOn).Select(mission => mission.Id).FirstAsync());
        found.Closed = Text(await db.Missions.Where(mission => mission.Status == MissionStatus.Closed).OrderByDescending(mission => mission.StartsOn).Select(mission => mission.Id).FirstAsync());
        await scope.ServiceProvider.GetRequiredService<Accounts>().SendPasswordLinkAsync(found.people[Role.Officer]);
        await scope.ServiceProvider.GetRequiredService<Postbox>().SentAsync();
        found.ids["mail"] = (await scope.ServiceProvider.GetRequiredService<MailFolder>().LatestAsync(1, CancellationToken.None)).Single().Name;
        return found;
    }

    private void Add(string part, long? id) => ids[part] = Text(id);

    private static string Text(long? id) => id?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? throw new InvalidOperationException("The sample data lacks something.");
}
