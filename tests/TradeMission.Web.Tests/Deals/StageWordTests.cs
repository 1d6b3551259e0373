using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Web.Infrastructure.Security;
using TradeMission.Web.Tests.Texts;

namespace TradeMission.Web.Tests.Deals;

/// <summary>
/// Over the sample data, in both languages: no page and no report calls a contract that is being pursued a signed or won one. A stage is called by its word from
/// Words.DealStage and by nothing else, and that word is the one of the record.
/// </summary>
public sealed partial class StageWordTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    /// <summary>Texts that name a stage by its word.</summary>
    private static readonly string[] Naming = ["Deals.AttachTo", "Deals.CorrectOf", "Deals.WithdrawOf", "Deals.WithdrawalOf", "Deals.Corrects"];

    /// <summary>Addresses that hold no page over the sample data: files, data, and the service for rates, which is off.</summary>
    private static readonly string[] NoPages = ["/healthz", "/healthz/ready", "/evidence/{key}", "/admin/mail/{name}", "/admin/rates/service", "/missions/{missionId}/consultations/buyers", "/missions/{id}/totals.json"];

    /// <summary>Files and data, letters' links, and what the sample data hold none of: the kept figures of closed missions, merges, imports.</summary>
    private static bool IsNoPage(string route) => new[] { ".{format}", ".json", "/api/", "/offline", "/snapshots/{", "/confirmations/{token}", "/merges/{", "/import/template", "/imports/{", "/imports/drafts/{" }.Any(part => route.Contains(part, StringComparison.Ordinal));

    public static TheoryData<string> Languages => ["ko", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task EveryPage_SaysStagesByTheirOwnWordsOnly(string language)
    {
        var words = Enum.GetValues<DealStage>().Select(stage => Word(language, stage)).ToList();
        var said = words.Concat(Naming.SelectMany(key => words.Select(word => string.Format(null, Text(language, key), word)))).ToHashSet();
        var typed = await TypedByPeopleAsync();
        var visitors = new Dictionary<Role, Visitor>
        {
            [Role.Officer] = await SignInAsync(SamplePortal.Officer),
            [Role.Manager] = await SignInAsync(SamplePortal.Manager),
            [Role.Administrator] = await SignInAsync(SamplePortal.Administrator),
            [Role.Company] = await SignInAsync(SamplePortal.Company),
        };
        var (read, wrong) = (0, new List<string>());
        foreach (var (who, address) in await AddressesAsync())
        {
            var page = await visitors[who].GetPageAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? "&" : "?")}culture={language}");
            if (page.Status != HttpStatusCode.OK)
            {
                wrong.Add($"{address}: {page.Status}");
                continue;
            }

            read++;
            var rest = Rest(page, said, typed);
            wrong.AddRange(Won().Matches(rest).Select(match => $"{address}: …{rest[Math.Max(0, match.Index - 40)..Math.Min(rest.Length, match.Index + 40)]}…"));
        }

        Offences.None(wrong);
        Assert.True(read > 100, $"Only {read} pages were read.");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task EveryDeal_IsCalledByTheStageOfItsRecord(string language)
    {
        var manager = await SignInAsync(SamplePortal.Manager);
        await using var db = portal.Open();
        var deals = await db.Deals.AsNoTracking().Where(deal => deal.Stage != null).ToListAsync();
        var ofDeals = deals.ToDictionary(deal => $"/consultations/{deal.ConsultationId}#deal-{deal.Id}", deal => new[] { Word(language, deal.Stage!.Value) });
        var ofConsultations = deals.GroupBy(deal => $"/consultations/{deal.ConsultationId}").ToDictionary(group => group.Key, group => group.OrderBy(deal => deal.Id)
            .Select(deal => Word(language, deal.State switch { DealState.OnHold => DealStage.OnHold, DealState.Lost => DealStage.Lost, _ => deal.Stage!.Value })).ToArray());

        var listed = 0;
        foreach (var (first, expected) in new[] { ("/deals", ofDeals), ("/consultations?value=Contract", ofConsultations) })
        {
            for (var next = $"{first}{(first.Contains('?', StringComparison.Ordinal) ? "&" : "?")}culture={language}"; next is not null;)
            {
                var page = await manager.GetPageAsync(next);
                foreach (var row in page.Document.QuerySelectorAll("tbody tr:not(.sum)"))
                {
                    var link = row.QuerySelector("th a")!.GetAttribute("href")!;
                    Assert.Equal(expected.GetValueOrDefault(link, []), row.QuerySelectorAll(".stage").Select(stage => stage.TextContent));
                    listed++;
                }

                next = page.Document.QuerySelector("a[rel=next]") is { } more ? new Uri(page.Address, more.GetAttribute("href")!).PathAndQuery : null;
            }
        }

        Assert.True(listed > deals.Count, $"Only {listed} rows were listed.");
        foreach (var deal in deals.Where(deal => deal.Stage == DealStage.Pursued).Take(15).Concat(deals.Where(deal => deal.Stage > DealStage.Pursued).Take(15)))
        {
            var page = await manager.GetPageAsync($"/consultations/{deal.ConsultationId}?culture={language}");
            Assert.Equal(Word(language, deal.Stage!.Value), page.Document.QuerySelector($"#deal-{deal.Id} li.now b")!.TextContent);
            Assert.All(
                page.Document.QuerySelectorAll($"#deal-{deal.Id} ol.ladder li").Skip((int)deal.Stage.Value + 1),
                above => Assert.Equal("–", above.QuerySelector(".amt")!.TextContent.Trim()));
        }
    }

    /// <summary>Beside the figure of a deal that stands at the first stage no other stage is named.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public async Task RowsOfPursuedDeals_NameNoLaterStage(string language)
    {
        var manager = await SignInAsync(SamplePortal.Manager);
        var later = DealStages.Ladder.Skip(1).Select(stage => Word(language, stage)).ToList();

        var rows = (await manager.GetPageAsync($"/deals?stage=Pursued&state=Open&culture={language}")).Texts("tbody tr");

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains(Word(language, DealStage.Pursued), row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain(later, word => row.Contains(word, StringComparison.Ordinal)));
        Assert.All(rows, row => Assert.DoesNotMatch(Won(), row));
    }

    /// <summary>What the page says apart from stages by their own words and from what people typed.</summary>
    private static string Rest(Page page, HashSet<string> stages, IReadOnlyList<string> typed)
    {
        // Currencies are chosen by name: the won is one of them.
        foreach (var select in page.Document.QuerySelectorAll("select").ToList())
        {
            select.Remove();
        }

        var said = page.Document.Body!.Descendants<IText>()
            .Select(text => string.Join(' ', text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(text => text.Length > 0 && !stages.Contains(text))
            .Concat(page.Document.QuerySelectorAll("[aria-label]").Select(element => element.GetAttribute("aria-label")!).Where(label => !stages.Contains(label)))
            .Concat(page.Document.QuerySelectorAll("[title]").Select(element => element.GetAttribute("title")!));
        return typed.Aggregate(string.Join('\n', said), (rest, text) => rest.Replace(text, "", StringComparison.Ordinal));
    }

    private static string Word(string language, DealStage stage) => Text(language, $"Words.DealStage.{stage}");

    private static string Text(string language, string key) => (language == "ko" ? Resources.Korean : Resources.English)[key];

    private async Task<Visitor> SignInAsync(string email)
    {
        var visitor = portal.Visit();
        await visitor.SignInAsync(email, SampleData.LoadedSamples.Password);
        return visitor;
    }

    /// <summary>Free text of the sample data, the longest first: what a person writes is theirs.</summary>
    private async Task<IReadOnlyList<string>> TypedByPeopleAsync()
    {
        await using var db = portal.Open();
        var texts = new List<string?>();
        texts.AddRange(await db.Consultations.Select(held => held.Notes).ToListAsync());
        texts.AddRange(await db.Consultations.Select(held => held.NextStep).ToListAsync());
        texts.AddRange(await db.DealSteps.Select(step => step.Note).ToListAsync());
        texts.AddRange(await db.DealSteps.Select(step => step.Reason).ToListAsync());
        texts.AddRange(await db.StatedTotals.Select(stated => stated.Source).ToListAsync());
        texts.AddRange(await db.StatusChanges.Select(change => change.Reason).ToListAsync());
        texts.AddRange(await db.Missions.Select(mission => mission.Purpose).ToListAsync());
        texts.AddRange(await db.Exchanges.Select(exchange => exchange.Agreed).ToListAsync());
        texts.AddRange(await db.Exchanges.Select(exchange => exchange.NextStep).ToListAsync());
        return [.. texts.OfType<string>().SelectMany(text => text.Split('\n')).Select(text => text.Trim()).Where(text => Won().IsMatch(text)).Distinct().OrderByDescending(text => text.Length)];
    }

    /// <summary>Every page of the table of permissions that somebody reads, over records of the sample data; what shows money over many of them.</summary>
    private async Task<IReadOnlyList<(Role Who, string Address)>> AddressesAsync()
    {
        await using var db = portal.Open();
        var pursued = await db.Deals.Where(deal => deal.Stage == DealStage.Pursued && deal.State == DealState.Open).OrderBy(deal => deal.Id).Take(12).ToListAsync();
        var first = pursued[0];
        var company = await db.Users.Where(user => user.Email == SamplePortal.Company).Select(user => user.CompanyId).SingleAsync();
        var own = await db.Deals.Where(deal => deal.Consultation.Participation.CompanyId == company).OrderBy(deal => deal.Stage).FirstAsync();
        var support = await db.HostSupports.Include(given => given.Stop).OrderBy(given => given.Id).FirstAsync();
        var stated = await db.StatedTotals.OrderBy(total => total.Id).FirstAsync();
        var participation = await db.Participations.OrderBy(taking => taking.Id).FirstAsync();
        var companies = await db.Companies.OrderBy(known => known.Id).Take(2).Select(known => known.Id).ToListAsync();
        var buyers = await db.Buyers.OrderBy(buyer => buyer.Id).Take(2).Select(buyer => buyer.Id).ToListAsync();
        var product = await db.Products.OrderBy(made => made.Id).FirstAsync();
        var exchange = await db.Exchanges.OrderBy(agreed => agreed.Id).FirstAsync();
        var contacts = await db.Contacts.OrderBy(contact => contact.Id).ToListAsync();
        var step = await db.DealSteps.Where(step => step.DealId == first.Id).OrderBy(step => step.Id).Select(step => step.Id).FirstAsync();
        var user = await db.Users.OrderBy(user => user.Id).Select(user => user.Id).FirstAsync();
        var rate = await db.ExchangeRates.OrderBy(rate => rate.Id).Select(rate => rate.Id).FirstAsync();
        string? Of(string route, Role who) => route switch
        {
            _ when IsNoPage(route) => null,
            _ when !route.Contains('{', StringComparison.Ordinal) => route,
            "/error/{code}" => null,
            _ when route.StartsWith("/my/missions/", StringComparison.Ordinal) => Filled(route, own.MissionId, 0),
            _ when route.StartsWith("/consultations/", StringComparison.Ordinal) => Filled(route, who == Role.Company ? own.ConsultationId : first.ConsultationId, 0),
            _ when route.StartsWith("/deals/", StringComparison.Ordinal) => Filled(route, first.Id, step),
            _ when route.Contains("/supports/", StringComparison.Ordinal) => Filled(route, support.Stop.MissionId, support.StopId, support.Id),
            _ when route.Contains("/stops/{id}", StringComparison.Ordinal) => Filled(route, support.Stop.MissionId, support.StopId),
            _ when route.Contains("/stated-totals/", StringComparison.Ordinal) => Filled(route, stated.MissionId, stated.Id),
            _ when route.Contains("/participations/", StringComparison.Ordinal) => Filled(route, participation.MissionId, participation.Id),
            _ when route.StartsWith("/missions/", StringComparison.Ordinal) => Filled(route, route.EndsWith("/consultations/new", StringComparison.Ordinal) ? Underway() : first.MissionId, 0),
            _ when route.StartsWith("/duplicates/", StringComparison.Ordinal) => Filled(route, [.. route.Contains("/companies/", StringComparison.Ordinal) ? companies : buyers]),
            _ when route.Contains("/products/", StringComparison.Ordinal) => Filled(route, product.CompanyId, product.Id),
            _ when route.StartsWith("/companies/", StringComparison.Ordinal) => Filled(route, contacts.First(contact => contact.CompanyId != null).CompanyId!.Value, contacts.First(contact => contact.CompanyId != null).Id),
            _ when route.StartsWith("/buyers/", StringComparison.Ordinal) => Filled(route, contacts.First(contact => contact.BuyerId != null).BuyerId!.Value, contacts.First(contact => contact.BuyerId != null).Id),
            _ when route.Contains("/exchanges/", StringComparison.Ordinal) => Filled(route, exchange.SisterCityId, exchange.Id),
            _ when route.StartsWith("/sister-cities/", StringComparison.Ordinal) => Filled(route, contacts.First(contact => contact.SisterCityId != null).SisterCityId!.Value, contacts.First(contact => contact.SisterCityId != null).Id),
            _ when route.StartsWith("/admin/users/", StringComparison.Ordinal) => Filled(route, user),
            _ => Filled(route, rate),
        };
        long Underway() => db.Missions.Where(mission => mission.Status == Domain.Missions.MissionStatus.Underway).Select(mission => mission.Id).First();

        Role[] roles = [Role.Officer, Role.Manager, Role.Administrator, Role.Company];
        var pages = Permissions.All.Where(row => row.Methods.Split(' ').Contains("GET") && !row.Who.HasFlag(Role.Anonymous) && !NoPages.Contains(row.Route))
            .SelectMany(row => roles.Where(role => row.Who.HasFlag(role) && !(role == Role.Company && row.Route.StartsWith("/deals/", StringComparison.Ordinal)))
                .Select(role => (role, Address: Of(row.Route, role))))
            .Where(page => page.Address is not null).Select(page => (page.role, page.Address!)).ToList();
        foreach (var mission in await db.Deals.Select(deal => deal.MissionId).Distinct().ToListAsync())
        {
            pages.AddRange([(Role.Manager, $"/missions/{mission}"), (Role.Manager, $"/missions/{mission}/report"), (Role.Manager, $"/missions/{mission}/consultations?value=Contract")]);
        }

        pages.AddRange(pursued.Select(deal => (Role.Officer, $"/consultations/{deal.ConsultationId}")));
        pages.AddRange([(Role.Manager, "/deals?stage=Pursued"), (Role.Manager, "/deals?sort=-amount"), (Role.Manager, "/search?q=a"), (Role.Company, $"/my/missions/{own.MissionId}?unit=usd")]);
        return pages;
    }

    /// <summary>The route with these in the places of its parameters.</summary>
    private static string Filled(string route, params long[] ids)
    {
        var next = 0;
        return Parameter().Replace(route, _ => $"{ids[next++]}");
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"체결|성과|수주|계약 ?실적|달성|\b(won|signed|concluded|achieved?|achievements?|secured)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Won();
}
