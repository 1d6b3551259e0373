using System.Net;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Companies;

public sealed class CompanyPageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_ShowsWhatItEarnedPerMission()
    {
        var page = await GetAsync(World.Officer, World.Ids.CompanyA);

        Assert.Equal(["2회", "3건", "634,750.00US$", "120,000.50US$"], page.Texts(".totals .fig"));
        Assert.Equal(
            ["2회 합계", "2026 아세안 시장개척단", "2025 일본 시장개척단"],
            page.Texts("#missions tbody th"));
        Assert.Equal(["2", "2", "609,750.00", "120,000.50"], page.Texts("#missions tbody tr:nth-child(2) td.num"));
        Assert.Equal(["1", "1", "25,000.00", "–"], page.Texts("#missions tbody tr:nth-child(3) td.num"));
    }

    [Fact]
    public async Task Get_ValueWithoutRate_IsCountedAsLeftOut()
    {
        var page = await GetAsync(World.Officer, World.Ids.CompanyB);

        Assert.Contains("환율 없어 뺀 기록 1건", page.Texts(".totals .sub"));
        Assert.Equal("0.00US$", page.Texts(".totals .fig")[2]);
    }

    [Fact]
    public async Task Get_ShowsUsersProductsContactsAndHistory()
    {
        await using (var db = portal.Open())
        {
            db.Add(new Product { CompanyId = World.Ids.CompanyB, NameKo = "전동 드릴", HsCode = "846721" });
            db.Add(new Contact { CompanyId = World.Ids.CompanyB, Name = "<b>오영업</b>", Phone = "+82 31-228-2114", Email = "sales@beta.example" });
            await db.SaveChangesAsync();
        }

        var page = await GetAsync(World.Manager, World.Ids.CompanyB);

        Assert.Contains("최베타", page.Texts("#users li").Single(), StringComparison.Ordinal);
        Assert.Contains("8467.21", page.Texts("#products tbody tr").Single(), StringComparison.Ordinal);
        Assert.StartsWith("<b>오영업</b>", page.Texts("#contacts li").Single(), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("#contacts a[href='tel:+82312282114']"));
        Assert.Contains("연락처", page.Texts("#history li")[0], StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href$='/edit'], main a[href$='/new'], main a[href$='/delete']"));
    }

    [Fact]
    public async Task Get_TookPartInNothing_SaysSo()
    {
        var page = await GetAsync(World.Officer, World.Ids.CompanyC);

        Assert.Contains("아직 참가한 시장개척단이 없습니다.", page.Text, StringComparison.Ordinal);
        Assert.Contains("이 기업의 사용자가 없습니다.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/companies/{World.Ids.CompanyC}/edit']"));
    }

    [Fact]
    public async Task Get_Unknown_IsNotFound() => Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(World.Officer, 4711)).Status);

    private async Task<Page> GetAsync(string who, long id) => await (await portal.SignInAsync(who)).GetPageAsync($"/companies/{id}?unit=usd");
}
