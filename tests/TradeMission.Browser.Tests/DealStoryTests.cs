using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MimeKit;
using UglyToad.PdfPig;

namespace TradeMission.Browser.Tests;

/// <summary>One contract from the table to the money: pursued, disputed, corrected, signed, paid; and what the report says before and after.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class DealStoryTests(Chromium chromium, Portal portal)
{
    private const string Officer = "officer@example.com";
    private const string Title = "계약 이야기 시장개척단";
    private const string Company = "daon@example.com";

    [BrowserFact]
    public async Task AContract_FromTheConsultationThroughADisputeToPayment()
    {
        var officer = await chromium.NewPageAsync(portal, email: Officer);
        var mission = await officer.PlanAMissionAsync(Title, "Contract story mission");
        await officer.LogAsync(mission, Acts.CompanyA, "Contoh Contract Trading", "500,000", "usd", "USD", isNewBuyer: true);
        await officer.GotoAsync($"{mission}/consultations");
        var consultation = await officer.Locator("tbody tr:not(.sum) th a").First.GetAttributeAsync("href");
        await AddAsync(officer, consultation!, "Pursued", "100,000", likelihood: "High");
        var before = await ReportAsync(mission);
        Assert.Contains("100,000.00", before, StringComparison.Ordinal);
        Assert.DoesNotContain("90,000.00", before, StringComparison.Ordinal);

        await officer.GotoAsync($"{mission}/confirmations");
        await officer.SubmitAsync("form button:has-text('다온코스메틱')");
        var link = await LinkAsync();
        var contact = await chromium.NewPageAsync(portal);
        await DisputeAsync(contact, link, "100,000", "90,000", "바이어가 90,000달러로 줄였습니다");
        Assert.Equal(410, (await contact.GotoAsync(link))!.Status);

        await officer.GotoAsync($"{mission}/confirmations");
        Assert.Contains("바이어가 90,000달러로 줄였습니다", await officer.Locator("#disputes").InnerTextAsync(), StringComparison.Ordinal);
        await officer.SubmitAsync("#disputes form[action$='/acceptance'] button");
        await officer.GotoAsync($"{consultation}?unit=usd");
        Assert.Contains("100,000", await officer.Locator("tr.struck").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("90,000.00", await officer.Locator(".ladder li.now").InnerTextAsync(), StringComparison.Ordinal);

        var company = await chromium.NewPageAsync(portal, email: Company);
        await AddAsync(company, consultation!, "Signed", "90,000", evidence: true);
        await AddAsync(company, consultation!, "AdvanceReceived", "27,000");
        await AddAsync(company, consultation!, "Shipped", "90,000");
        await AddAsync(company, consultation!, "Paid", "63,000");

        await officer.GotoAsync($"{consultation}?unit=usd");
        Assert.Contains("63,000.00", await officer.Locator(".ladder li.now").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("contract.pdf", await officer.Locator(".ladder").InnerTextAsync(), StringComparison.Ordinal);
        var after = await ReportAsync(mission);
        Assert.All(["90,000.00", "27,000.00", "63,000.00"], amount => Assert.Contains(amount, after, StringComparison.Ordinal));
        Assert.DoesNotContain("100,000.00", after, StringComparison.Ordinal);
        var health = await officer.APIRequest.GetAsync("/healthz");
        Assert.True(health.Ok, await health.TextAsync());
    }

    /// <summary>Opens the consultation's deal, or adds a step to the one that it has, today.</summary>
    private static async Task AddAsync(IPage page, string consultation, string stage, string amount, string? likelihood = null, bool evidence = false)
    {
        await page.GotoAsync(consultation);
        var deal = page.Locator("a[href$='/steps/new']");
        await page.GotoAsync((await (await deal.CountAsync() > 0 ? deal : page.Locator("a[href$='/deals/new']")).First.GetAttributeAsync("href"))!);
        await page.SelectOptionAsync("[name=Stage]", stage);
        await page.FillAsync("[name=On]", Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.FillAsync("[name=Amount]", amount);
        await page.SelectOptionAsync("[name=AmountUnit]", "Usd");
        await page.SelectOptionAsync("[name=Currency]", "USD");
        if (likelihood is not null)
        {
            await page.SelectOptionAsync("[name=Likelihood]", likelihood);
        }

        if (evidence)
        {
            await page.SetInputFilesAsync("[name=Evidence]", new FilePayload { Name = "contract.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray() });
        }

        await page.SubmitAsync();
        Assert.Equal(0, await page.Locator("#error-summary").CountAsync());
    }

    /// <summary>Where the office is: no earlier than where the consultation is held.</summary>
    private static DateTime Today() => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Seoul").DateTime;

    /// <summary>Says of one figure that it is different, of all others that they are right.</summary>
    private static async Task DisputeAsync(IPage contact, string link, string wrong, string right, string comment)
    {
        await contact.GotoAsync(link);
        foreach (var card in await contact.Locator(".figure-card").AllAsync())
        {
            if ((await card.Locator(".amt").InnerTextAsync()).Contains(wrong, StringComparison.Ordinal))
            {
                await card.Locator("label[for$=Differs]").ClickAsync();
                await card.Locator("[name$='.Proposed']").FillAsync(right);
                await card.Locator("[name$='.Comment']").FillAsync(comment);
            }
            else
            {
                await card.Locator("label[for$=Verdict]").ClickAsync();
            }
        }

        await contact.SubmitAsync("form.figures .save-bar button.primary");
    }

    /// <summary>Of the letter to the company's user, once it has been delivered.</summary>
    private async Task<string> LinkAsync()
    {
        var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Directory.CreateDirectory(portal.MailFolder).FullName, "*.eml") { EnableRaisingEvents = true };
        watcher.Created += (_, _) => Look();
        watcher.Renamed += (_, _) => Look();
        Look();
        return await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));

        void Look()
        {
            var links = Directory.EnumerateFiles(portal.MailFolder, "*.eml").Select(file => MimeMessage.Load(file)).Where(message => message.Subject?.Contains(Title, StringComparison.Ordinal) == true && message.To.Mailboxes.Any(to => to.Address == Company))
                .Select(message => Link().Match(message.TextBody ?? "")).Where(link => link.Success);
            if (links.FirstOrDefault() is { } link)
            {
                arrived.TrySetResult(new Uri(link.Value).PathAndQuery);
            }
        }
    }

    private async Task<string> ReportAsync(string mission)
    {
        var manager = await chromium.NewPageAsync(portal, email: "manager@example.com");
        await manager.GotoAsync($"{mission}/report?unit=usd");
        using var document = PdfDocument.Open(await manager.PdfAsync(new() { PreferCSSPageSize = true }));
        await manager.Context.CloseAsync();
        return string.Concat(document.GetPages().Select(page => page.Text));
    }

    [GeneratedRegex(@"https?://\S+/confirmations/\S+")]
    private static partial Regex Link();
}
