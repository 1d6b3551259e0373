using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using TradeMission.Web.Data;
using UglyToad.PdfPig;
using static TradeMission.Browser.Tests.Acts;

namespace TradeMission.Browser.Tests;

/// <summary>The main job, end to end: invited, planned, logged, seen by the right people, printed.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class StoryTests(Chromium chromium, Portal portal)
{
    private const string Password = "처음 만드는 비밀번호 2026";
    private const string SamplePassword = "trade-mission-2026";

    [BrowserFact]
    public async Task AMission_FromInvitationToThePrintedReport()
    {
        var link = await InviteAnOfficerAsync();
        var officer = await AcceptAsync(link);
        var mission = await officer.PlanAMissionAsync("이야기 시장개척단", "Story mission");

        // 1,234.56 USD and 10,000.50 MYR for company A, 600,000 USD (60 만불) for company B.
        await officer.LogAsync(mission, CompanyA, "Contoh Story Trading", "1,234.56", "usd", "USD", isNewBuyer: true);
        await officer.LogAsync(mission, CompanyA, "Contoh Story Trading", "10,000.50", "usd", "MYR", isNewBuyer: false);
        await officer.LogAsync(mission, CompanyB, "Contoh Story Trading", "60", "man", "USD", isNewBuyer: false);

        var total = await TotalAsync();
        await officer.GotoAsync($"{mission}?unit=usd");
        var figures = await officer.Locator("dl.totals > div").AllInnerTextsAsync();
        Assert.Contains("3", figures[0], StringComparison.Ordinal);
        Assert.Contains("1", figures[1], StringComparison.Ordinal);
        Assert.Contains(total, figures[2], StringComparison.Ordinal);

        await SeeOwnResultsOnlyAsync(officer, mission);
        await PrintAsync(mission, total);

        var health = await officer.APIRequest.GetAsync("/healthz");
        Assert.True(health.Ok, await health.TextAsync());
    }

    private async Task<string> InviteAnOfficerAsync()
    {
        var administrator = await SignInAsync("admin@example.com", SamplePassword);
        await administrator.GotoAsync("/admin/users/new");
        await administrator.FillAsync("[name=Name]", "이야기 담당");
        await administrator.FillAsync("[name=Email]", "story@example.com");
        await administrator.SelectOptionAsync("[name=Role]", "Officer");
        await administrator.SubmitAsync();

        var mail = Directory.EnumerateFiles(portal.MailFolder, "*.eml").Select(file => MimeMessage.Load(file)).Single(message => message.To.Mailboxes.Any(to => to.Address == "story@example.com"));
        var link = Link().Match(mail.TextBody ?? "").Value;
        Assert.Contains("/account/invitation", link, StringComparison.Ordinal);
        return new Uri(link).PathAndQuery;
    }

    private async Task<IPage> AcceptAsync(string link)
    {
        var page = await chromium.NewPageAsync(portal);
        await page.GotoAsync(link);
        await page.FillAsync("[name=NewPassword]", Password);
        await page.FillAsync("[name=Repeat]", Password);
        await page.SubmitAsync();
        return await SignInAsync("story@example.com", Password);
    }

    /// <summary>What three consultations must add up to, to the cent, from the rate in force today.</summary>
    private async Task<string> TotalAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradeDbContext>();
        var ringgit = await db.ExchangeRates.Where(rate => rate.Currency == "MYR" && rate.Against == "USD").OrderByDescending(rate => rate.On).FirstAsync();
        var exact = 1_234.56m + (10_000.50m * ringgit.Rate) + 600_000m;
        return Math.Round(exact, 2, MidpointRounding.AwayFromZero).ToString("#,##0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>Company A sees two consultations of the three, and the third does not exist for it.</summary>
    private async Task SeeOwnResultsOnlyAsync(IPage officer, string mission)
    {
        await officer.GotoAsync($"{mission}/consultations");
        var theirs = await officer.Locator("tbody tr:not(.sum)", new() { HasText = CompanyB }).Locator("th a").GetAttributeAsync("href");

        var company = await SignInAsync("daon@example.com", SamplePassword);
        await company.GotoAsync($"/my{mission}");
        Assert.Equal(2, await company.Locator("section[aria-labelledby=talks-h] tbody tr:not(.sum)").CountAsync());
        Assert.DoesNotContain(CompanyB, await company.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal((int)HttpStatusCode.NotFound, (await company.GotoAsync(theirs!))!.Status);
    }

    private async Task PrintAsync(string mission, string total)
    {
        var manager = await SignInAsync("manager@example.com", SamplePassword);
        await manager.GotoAsync($"{mission}/report?unit=usd&approval=1");
        var paper = await manager.PdfAsync(new() { PreferCSSPageSize = true });

        using var document = PdfDocument.Open(paper);
        var text = string.Concat(document.GetPages().Select(page => page.Text));
        Assert.Contains(total, text, StringComparison.Ordinal);
        Assert.InRange(document.GetPage(1).Width, 594, 597);
    }

    private async Task<IPage> SignInAsync(string email, string password)
    {
        var page = await chromium.NewPageAsync(portal);
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#Email", email);
        await page.FillAsync("#Password", password);
        await page.Locator("#Password").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
        return page;
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
