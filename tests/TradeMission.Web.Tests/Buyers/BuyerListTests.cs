using System.Net;
using System.Text;
using TradeMission.Domain.Buyers;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Buyers;

public sealed class BuyerListTests(Portal portal) : IClassFixture<Portal>
{
    private const string Names = "tbody th[scope=row] a";

    [Fact]
    public async Task Get_ShowsFactsConsultationsAndLastMeeting()
    {
        var page = await ListAsync("");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var nusantara = page.Texts("tbody tr").Single(row => row.StartsWith("PT Nusantara Retail", StringComparison.Ordinal));
        Assert.Equal("PT Nusantara Retail 인도네시아 · Bandung 반둥시 현지 추천 2 2026. 11. 3.", nusantara);
        Assert.EndsWith("거래 제한 – –", page.Texts("tbody tr").Single(row => row.StartsWith("Blocked", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(["5개사", "수출상담 5건"], page.Texts(".result > span:not(.right)"));
    }

    [Theory]
    [InlineData("?q=nusantara", "PT Nusantara Retail")]
    [InlineData("?q=ＮＵＳＡＮＴＡＲＡ", "PT Nusantara Retail")]
    [InlineData("?q=하노이", "Hanoi <Trade> & Co")]
    [InlineData("?q=<trade>", "Hanoi <Trade> & Co")]
    [InlineData("?q=tokyo", "江戸商事")]
    [InlineData("?country=JP", "江戸商事")]
    [InlineData("?credit=Blocked", "Blocked Imports Ltd")]
    [InlineData("?credit=Recommended", "PT Nusantara Retail")]
    [InlineData("?sisterCity=1", "PT Nusantara Retail")]
    [InlineData("?q=saigon&country=VN&credit=Unknown", "Saigon Beauty JSC")]
    public async Task Get_Filter_FindsOne(string query, string name) => Assert.Equal([name], (await ListAsync(query)).Texts(Names));

    [Fact]
    public async Task Get_DecomposedSearch_Finds() =>
        Assert.Equal(["Hanoi <Trade> & Co"], (await ListAsync("?q=" + Uri.EscapeDataString("하노이무역".Normalize(NormalizationForm.FormD)))).Texts(Names));

    [Theory]
    [InlineData("?sort=-consultations", "PT Nusantara Retail")]
    [InlineData("?sort=-met", "Hanoi <Trade> & Co")]
    [InlineData("?sort=country", "PT Nusantara Retail")]
    [InlineData("?sort=-name", "江戸商事")]
    [InlineData("", "Blocked Imports Ltd")]
    public async Task Get_Sort_Orders(string query, string first) => Assert.Equal(first, (await ListAsync(query)).Texts(Names)[0]);

    [Fact]
    public async Task Get_ExpiredCheck_IsShownAndFoundAsExpired()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        await using (var db = own.Open())
        {
            var today = new DateOnly(2026, 11, 4);
            db.Add(new Buyer { Name = "Until Yesterday", Country = "TH", Credit = Credit.Checked, CreditCheckedOn = today.AddYears(-1), CreditExpiresOn = today.AddDays(-1) });
            db.Add(new Buyer { Name = "Until Today", Country = "TH", Credit = Credit.Checked, CreditCheckedOn = today.AddYears(-1), CreditExpiresOn = today });
            db.Add(new Buyer { Name = "For Ever", Country = "TH", Credit = Credit.Checked, CreditCheckedOn = today.AddYears(-1) });
            await db.SaveChangesAsync();
        }

        var officer = await own.SignInAsync(World.Officer);
        var expired = await officer.GetPageAsync("/buyers?credit=Expired");
        var good = await officer.GetPageAsync("/buyers?credit=Checked");

        Assert.Equal(["Until Yesterday"], expired.Texts(Names));
        Assert.Equal("확인 만료", expired.Texts("tbody .krds-badge").Single());
        Assert.Equal(["For Ever", "Until Today"], good.Texts(Names));
    }

    [Fact]
    public async Task Get_MoreThanAPage_Pages()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        await using (var db = own.Open())
        {
            db.AddRange(Enumerable.Range(0, 60).Select(number => new Buyer { Name = $"Many {number:00}", Country = "SG" }));
            await db.SaveChangesAsync();
        }

        var officer = await own.SignInAsync(World.Officer);
        var first = await officer.GetPageAsync("/buyers?country=SG");
        var second = await officer.GetPageAsync(first.Document.QuerySelector("a.next")!.GetAttribute("href")!);

        Assert.Equal((50, "Many 00"), (first.Texts(Names).Count, first.Texts(Names)[0]));
        Assert.Equal((10, "Many 50"), (second.Texts(Names).Count, second.Texts(Names)[0]));
    }

    [Fact]
    public async Task Get_NothingFound_SaysWhatToDo()
    {
        var page = await ListAsync("?q=nobody");

        Assert.Contains("조건에 맞는 바이어가 없습니다", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".empty a[href='/buyers']"));
    }

    [Fact]
    public async Task Get_English_IsEnglish()
    {
        var page = await ListAsync("?culture=en");

        Assert.Equal("Buyers", page.Texts("h1").Single());
        Assert.Contains("Indonesia · Bandung Bandung Recommended by a host 2 3 Nov 2026", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(World.Officer, true)]
    [InlineData(World.Manager, false)]
    public async Task Get_New_IsOfferedToOfficersOnly(string who, bool offered) =>
        Assert.Equal(offered, (await (await portal.SignInAsync(who)).GetPageAsync("/buyers")).Document.QuerySelector("a[href='/buyers/new']") is not null);

    private async Task<Page> ListAsync(string query)
    {
        var officer = await portal.SignInAsync(World.Officer);
        return await officer.GetPageAsync("/buyers" + query + (query.Contains("culture=", StringComparison.Ordinal) ? "" : query.Length == 0 ? "?culture=ko" : "&culture=ko"));
    }
}
