using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TradeMission.Browser.Tests.Access;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Browser.Tests.Imports;

/// <summary>A spreadsheet of the evening: pasted, looked at, mended where it stands, taken in, and taken back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ImportStoryTests(Chromium chromium, Portal portal)
{
    [BrowserFact]
    public async Task Paste_MendInPlace_Confirm_Undo()
    {
        var ids = await SampleIds.OfAsync(portal);
        var page = await chromium.NewPageAsync(portal, email: ids.PersonOf(Role.Officer));
        var mission = await page.PlanAMissionAsync("가져오기 시험단", "Import story");
        var today = DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        await page.GotoAsync($"{mission}/consultations/import");
        await page.FillAsync("#Text", $"날짜\t참가기업\t바이어\t상담액(만불)\t다음 조치\n{today}\t{Acts.CompanyA}\tEvening Trading Sdn Bhd\t60\t견적 발송\n{today}\t{Acts.CompanyB}\tEvening Trading Sdn Bhd\t예순\t\n");
        await page.SubmitAsync("main form[data-import] button[type=submit]");

        // The cell that cannot be read is named and has the field; nothing can be confirmed yet.
        var draft = new Uri(page.Url).AbsolutePath;
        var wrong = page.Locator(".import [aria-invalid=true]");
        await Assertions.Expect(wrong).ToHaveCountAsync(1);
        await Assertions.Expect(wrong).ToHaveValueAsync("예순");
        Assert.Equal(0, await page.Locator(".confirm").CountAsync());
        Assert.Empty(await Inspection.OfAsync(page, draft));
        await page.GotoAsync("/accessibility?culture=en&contrast=high");
        Assert.Empty(await Inspection.OfAsync(page, draft));
        await page.GotoAsync("/accessibility?culture=ko&contrast=normal");

        await page.GotoAsync(draft);
        await wrong.FillAsync("7.5");
        await page.SubmitAsync(".again");
        Assert.Equal(0, await wrong.CountAsync());
        Assert.Equal((0, 0), await StandsAsync(mission));

        // While the portal works, the page says so.
        await page.EvaluateAsync("() => new MutationObserver(() => sessionStorage.setItem('progress', 'shown')).observe(document.querySelector('[data-progress]'), { attributes: true, attributeFilter: ['hidden'] })");
        await page.SubmitAsync(".confirm");
        Assert.Equal("shown", await page.EvaluateAsync<string?>("() => sessionStorage.getItem('progress')"));
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath is var path && path.StartsWith("/imports/", StringComparison.Ordinal) && !path.StartsWith("/imports/drafts/", StringComparison.Ordinal));

        var import = new Uri(page.Url).AbsolutePath;
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2건을 가져왔습니다");
        Assert.Equal((2, 675_000), await StandsAsync(mission));
        Assert.Empty(await Inspection.OfAsync(page, import));

        await page.GotoAsync(import);
        await page.SubmitAsync("form[action$=undo] button[type=submit]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2건을 되돌렸습니다");
        Assert.Equal((0, 0), await StandsAsync(mission));
        await page.Context.CloseAsync();
    }

    /// <summary>The mission's stored totals, which agree with its records.</summary>
    private async Task<(int Consultations, decimal Value)> StandsAsync(string mission)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TradeDbContext>();
        Assert.Empty(await new TotalsCheck(db).FindAsync());
        var id = long.Parse(mission.Split('/')[^1], CultureInfo.InvariantCulture);
        var total = await db.MissionTotals.SingleAsync(total => total.MissionId == id && total.Scope == TotalScope.Mission);
        return (total.Consultations, total.ConsultationValue);
    }
}
