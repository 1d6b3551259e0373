using System.Net;
using TradeMission.Domain.Buyers;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Search;

public sealed class SearchPageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_ABuyersName_FindsTheBuyerAndItsConsultations()
    {
        var page = await FindAsync(World.Officer, "nusantara");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["바이어 1건", "상담 2건"], page.Texts("main h2"));
        Assert.Equal(["/buyers/1", "/consultations/3", "/consultations/1"], Addresses(page));
        Assert.Equal(["모두", "시장개척단 0", "기업 0", "바이어 1", "자매도시 0", "상담 2"], page.Texts(".kinds li"));
        Assert.Equal(["Nusantara", "Nusantara", "Nusantara"], page.Texts("main mark"));
    }

    [Theory]
    [InlineData("ㅇㅍㅎ", "/companies/1", "알파화")]
    [InlineData("알ㅍ", "/companies/1", "알파")]
    [InlineData("alpa", "/companies/1", "알파")]
    [InlineData("dkfvk", "/companies/1", "알파")]
    [InlineData("hanoimuyeok", "/buyers/3", "하노이무역")]
    [InlineData("누산타라", "/buyers/1", "Nusantara")]
    [InlineData("반둥시", "/sister-cities/1", "반둥시")]
    [InlineData("2025-007", "/missions/2", "2025-007")]
    [InlineData("<trade>", "/buyers/3", "<Trade>")]
    public async Task Get_TypedInAnyWay_FindsAndMarks(string typed, string address, string marked)
    {
        var page = await FindAsync(World.Officer, typed);

        Assert.Contains(address, Addresses(page));
        Assert.Contains(marked, page.Texts("main mark"));
    }

    [Theory]
    [InlineData("일본 시장개척단", "/consultations/5")]
    [InlineData("견적서 nusantara", "/consultations/1")]
    public async Task Get_WordsOfSeveralRecords_FindTheConsultation(string typed, string address) =>
        Assert.Equal(address, Addresses(await FindAsync(World.Officer, typed)).Single(found => found.StartsWith("/consultations", StringComparison.Ordinal)));

    [Theory]
    [InlineData(World.Officer)]
    [InlineData(World.Manager)]
    [InlineData(World.Administrator)]
    public async Task Get_TheCity_FindsEveryKind(string who) =>
        Assert.Equal(["/missions/1", "/sister-cities/1"], Addresses(await FindAsync(who, "asean")).Where(address => !address.StartsWith("/consultations", StringComparison.Ordinal)));

    [Fact]
    public async Task Get_ACompany_FindsItsOwnMissionsAndConsultationsOnly()
    {
        var page = await FindAsync(World.CompanyB, "nusantara");

        Assert.Equal(["모두", "시장개척단 0", "상담 1"], page.Texts(".kinds li"));
        Assert.Equal([$"/consultations/{World.Ids.BWithNusantara}"], Addresses(page));
        Assert.Equal(HttpStatusCode.OK, (await (await portal.SignInAsync(World.CompanyB)).GetPageAsync(Addresses(page)[0])).Status);
    }

    [Theory]
    [InlineData("edo shoji")]
    [InlineData("알파")]
    [InlineData("일본")]
    [InlineData("견적서")]
    [InlineData("saigon")]
    public async Task Get_ACompany_FindsNothingOfOthers(string typed)
    {
        var page = await FindAsync(World.CompanyB, typed);

        Assert.Empty(Addresses(page));
        Assert.NotEmpty(page.Texts(".empty"));
    }

    [Fact]
    public async Task Get_ACompany_IsLedToItsOwnPageOfTheMission()
    {
        var page = await FindAsync(World.CompanyB, "아세안");

        Assert.Contains("/my/missions/1", Addresses(page));
        Assert.Equal(HttpStatusCode.OK, (await (await portal.SignInAsync(World.CompanyB)).GetPageAsync("/my/missions/1")).Status);
    }

    [Fact]
    public async Task Get_Nobody_IsAskedToSignIn() => Assert.Equal(Visitor.SignInAddress, (await portal.Visit().GetPageAsync("/search?q=nusantara")).Address.AbsolutePath);

    [Fact]
    public async Task Get_ManyOfAKind_ShowsTheFirstCountsAllAndLeadsToTheList()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        await using (var db = own.Open())
        {
            db.AddRange(Enumerable.Range(0, 60).Select(number => new Buyer { Name = $"찾을 상사 {number:00}", Country = "SG" }));
            await db.SaveChangesAsync();
        }

        var officer = await own.SignInAsync(World.Officer);
        var all = await officer.GetPageAsync("/search?culture=ko&q=" + Uri.EscapeDataString("ㅊㅇㅅㅅ"));
        var one = await officer.GetPageAsync("/search?kind=Buyers&q=" + Uri.EscapeDataString("ㅊㅇㅅㅅ"));
        var list = await officer.GetPageAsync(all.Document.QuerySelector("main .sec-head a")!.GetAttribute("href")!);

        Assert.Equal(["바이어 60건"], all.Texts("main h2"));
        Assert.Equal(5, Addresses(all).Count);
        Assert.Equal(50, Addresses(one).Count);
        Assert.Equal("/buyers", list.Address.AbsolutePath);
        Assert.Contains("60개사", list.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%20")]
    public async Task Get_NothingTyped_SaysWhatToDo(string typed)
    {
        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync("/search?culture=ko&q=" + typed);

        Assert.Contains("찾기 칸에 적으십시오", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Texts("main h2"));
    }

    [Theory]
    [InlineData("없는이름")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("[a-z]")]
    [InlineData("' OR 1=1 --")]
    public async Task Get_NothingFound_SaysSo(string typed)
    {
        var page = await FindAsync(World.Officer, typed);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("찾는 기록이 없습니다", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnEndlessQuestion_Answers() => Assert.Equal(HttpStatusCode.OK, (await FindAsync(World.Officer, new string('가', 1500))).Status);

    [Fact]
    public async Task Box_OnEveryPage_KeepsWhatWasTyped()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var found = await officer.SubmitAsync(await officer.GetPageAsync("/buyers"), new() { ["q"] = "<b>&\"" }, form: "form.find");

        Assert.Equal("/search", found.Address.AbsolutePath);
        Assert.Equal("<b>&\"", found.Field("#find").Value);
    }

    [Fact]
    public async Task Get_English_IsEnglish()
    {
        var page = await (await portal.SignInAsync(World.Manager)).GetPageAsync("/search?culture=en&q=alpha");

        Assert.Equal("Search for “alpha”", page.Texts("h1").Single());
        Assert.Contains("Companies 1 found", page.Texts("main h2"));
    }

    private static IReadOnlyList<string> Addresses(Page page) => [.. page.Document.QuerySelectorAll("main .finds a").Select(link => link.GetAttribute("href")!)];

    private async Task<Page> FindAsync(string who, string typed) => await (await portal.SignInAsync(who)).GetPageAsync("/search?culture=ko&q=" + Uri.EscapeDataString(typed));
}
