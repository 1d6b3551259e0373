using TradeMission.Domain.Buyers;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Admin;

public sealed class AuditPageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_AfterAChange_SaysWhoFromWhatToWhat()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await officer.SubmitAsync(await officer.GetPageAsync($"/missions/{World.Ids.Underway}/edit"), new() { ["LeadOrganisation"] = "국제통상과" });

        var page = await (await portal.SignInAsync(World.Administrator)).GetPageAsync($"/admin/audit?record=Mission&id={World.Ids.Underway}&act=Changed");

        var row = Assert.Single(page.Texts("tbody tr"), text => text.Contains("국제통상과", StringComparison.Ordinal));
        Assert.Contains("김담당", row, StringComparison.Ordinal);
        Assert.Contains("주관: 수원시 기업지원과 → 국제통상과", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?who=없는사람")]
    [InlineData("?from=2099-01-01")]
    [InlineData("?to=1999-01-01")]
    [InlineData("?record=Nothing")]
    public async Task Get_NothingMatches_SaysSo(string query)
    {
        var page = await (await portal.SignInAsync(World.Administrator)).GetPageAsync($"/admin/audit{query}");

        Assert.Contains("조건에 맞는 변경이 없습니다", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Next_ShowsOlderOnes()
    {
        await using var db = portal.Open();
        db.AddRange(Enumerable.Range(1, 60).Select(number => new Buyer { Name = $"Buyer {number}", Country = "VN" }));
        await db.SaveChangesAsync();
        var admin = await portal.SignInAsync(World.Administrator);
        var first = await admin.GetPageAsync("/admin/audit");

        var next = await admin.GetPageAsync(first.Document.QuerySelector("a[href*=before]")!.GetAttribute("href")!);

        Assert.Equal(50, first.Texts("tbody tr").Count);
        Assert.NotEmpty(next.Texts("tbody tr"));
        Assert.NotEqual(first.Texts("tbody tr")[0], next.Texts("tbody tr")[0]);
    }
}
