using System.Net;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>The list of deals: found, filtered, sorted, summed by stage.</summary>
public sealed class DealListTests(ListedDeals portal) : IClassFixture<ListedDeals>
{
    [Theory]
    [InlineData("", 9)]
    [InlineData("q=알파화장품", 7)]
    [InlineData("q=ALPHA", 7)]
    [InlineData("q=saigon", 2)]
    [InlineData("q=누산타라", 5)]
    [InlineData("q=없는말", 0)]
    [InlineData("q=%25", 0)]
    [InlineData("mission=1", 8)]
    [InlineData("mission=2", 1)]
    [InlineData("mission=9999", 0)]
    [InlineData("year=2025", 1)]
    [InlineData("year=2026", 8)]
    [InlineData("year=2019", 0)]
    [InlineData("year=abc", 9)]
    [InlineData("year=99999", 9)]
    [InlineData("currency=USD", 9)]
    [InlineData("currency=EUR", 0)]
    [InlineData("company=1", 7)]
    [InlineData("company=2", 2)]
    [InlineData("mission=1&stop=1", 5)]
    [InlineData("mission=1&stop=2", 3)]
    [InlineData("stop=0", 0)]
    [InlineData("sisterCity=1", 5)]
    [InlineData("stage=Pursued", 4)]
    [InlineData("stage=Committed", 2)]
    [InlineData("stage=Signed", 1)]
    [InlineData("stage=Paid", 1)]
    [InlineData("stage=Nonsense", 9)]
    [InlineData("state=Open", 6)]
    [InlineData("state=OnHold", 1)]
    [InlineData("state=Lost", 1)]
    [InlineData("state=Open&stage=Pursued", 3)]
    [InlineData("tier=Documented", 1)]
    [InlineData("tier=Recorded", 8)]
    [InlineData("tier=Confirmed", 0)]
    [InlineData("moved=Paid", 1)]
    [InlineData("moved=Shipped", 0)]
    [InlineData("news=Quiet", 1)]
    [InlineData("news=Due", 2)]
    [InlineData("news=Overdue", 1)]
    [InlineData("news=RateMissing", 1)]
    public async Task Get_Filtered_FindsAndCounts(string query, int rows)
    {
        var manager = await portal.SignInAsync(World.Manager);

        var page = await manager.GetPageAsync("/deals?" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(rows, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal($"{rows}건", page.Texts(".result > span")[0]);
        Assert.Equal(rows == 0, page.Document.QuerySelector(".empty") is not null);
    }

    /// <summary>A table of stages is of one base currency, and so are the deals that it leads to.</summary>
    [Theory]
    [InlineData("/companies/1")]
    [InlineData("/sister-cities/1")]
    [InlineData("/dashboard?year=2026")]
    public async Task Stages_LeadToDealsOfTheirCurrency(string address)
    {
        var links = (await (await portal.SignInAsync(World.Manager)).GetPageAsync(address)).Document.QuerySelectorAll("table a[href^='/deals?']").Select(link => link.GetAttribute("href")!).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains("&currency=USD", link, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("company", "베타공구", "알파화장품", true)]
    [InlineData("-company", "베타공구", "알파화장품", false)]
    [InlineData("buyer", "Hanoi", "Saigon", true)]
    [InlineData("-buyer", "Hanoi", "Saigon", false)]
    [InlineData("amount", "40,000.00", "50,000.00", true)]
    [InlineData("-amount", "40,000.00", "50,000.00", false)]
    [InlineData("due", "김담당", "이후속", true)]
    [InlineData("-due", "김담당", "이후속", false)]
    [InlineData("news", "江戸商事", "Hanoi", true)]
    [InlineData("-news", "江戸商事", "Hanoi", false)]
    [InlineData("", "江戸商事", "Hanoi", false)]
    [InlineData("nonsense", "江戸商事", "Hanoi", false)]
    public async Task Get_Sorted_OrdersRows(string sort, string one, string other, bool oneFirst)
    {
        var manager = await portal.SignInAsync(World.Manager);

        var page = await manager.GetPageAsync($"/deals?unit=usd&sort={sort}");

        var rows = page.Texts("tbody tr").ToList();
        var (first, second) = (rows.FindIndex(row => row.Contains(one, StringComparison.Ordinal)), rows.FindIndex(row => row.Contains(other, StringComparison.Ordinal)));
        Assert.True(first >= 0 && second >= 0);
        Assert.Equal(oneFirst, first < second);
    }

    [Fact]
    public async Task Get_SumsOfOpenDeals_StandApartByStage()
    {
        var manager = await portal.SignInAsync(World.Manager);

        var page = await manager.GetPageAsync("/deals?unit=usd");

        var sums = page.Texts(".result > span:not(.right)").Skip(1).ToList();
        Assert.Equal(4, sums.Count);
        Assert.StartsWith("계약추진 122,500.50", sums[0], StringComparison.Ordinal);
        Assert.Contains("환율 없어 뺀 기록 1건", sums[0], StringComparison.Ordinal);
        Assert.StartsWith("수출확약(MOU) 7,000.00", sums[1], StringComparison.Ordinal);
        Assert.StartsWith("계약체결 50,000.00", sums[2], StringComparison.Ordinal);
        Assert.StartsWith("대금완료 40,000.00", sums[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Rows_SayHowEachStands()
    {
        var manager = await portal.SignInAsync(World.Manager);

        var page = await manager.GetPageAsync("/deals?unit=usd");

        Assert.Equal("계약체결", Row("50,000.00").QuerySelector(".stage")!.TextContent);
        Assert.Equal("증빙 확인", Row("50,000.00").QuerySelector(".mark")!.GetAttribute("aria-label"));
        Assert.Contains("2026. 11. 3. 지남", Row("50,000.00").TextContent, StringComparison.Ordinal);
        Assert.Contains("IDR 70,000,000", Row("환율 없음").TextContent, StringComparison.Ordinal);
        Assert.Contains("540일째 소식 없음", Row("江戸商事").TextContent, StringComparison.Ordinal);
        Assert.Contains("무산", Row("2,000.00").TextContent, StringComparison.Ordinal);
        Assert.Contains("보류", Row("3,000.00").TextContent, StringComparison.Ordinal);
        Assert.Contains("Hanoi <Trade> & Co", page.Text, StringComparison.Ordinal);

        AngleSharp.Dom.IElement Row(string holds) => Assert.Single(page.Document.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains(holds, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_Search_StaysInTheFormAndKeepsWhatTheLinkAskedFor()
    {
        var manager = await portal.SignInAsync(World.Manager);

        var page = await manager.GetPageAsync("/deals?mission=1&stop=1&state=Open&tier=Documented&moved=Paid&q=알파&sort=-amount");

        Assert.Equal("알파", page.Field("main [name=q]").Value);
        Assert.Equal("1", page.Document.QuerySelector("[name=mission] option[selected]")!.GetAttribute("value"));
        Assert.Equal("Open", page.Document.QuerySelector("[name=state] option[selected]")!.GetAttribute("value"));
        Assert.Equal("Documented", page.Document.QuerySelector("[name=tier] option[selected]")!.GetAttribute("value"));
        Assert.Equal("1", page.Field("[name=stop]").Value);
        Assert.Equal("Paid", page.Field("[name=moved]").Value);
        Assert.Equal("-amount", page.Field("[name=sort]").Value);
        Assert.Contains("조건에 맞는 계약 건이 없습니다", page.Texts(".empty")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_InEnglish_SaysNothingInKoreanOfItsOwn()
    {
        var manager = portal.Visit();
        await manager.SignInAsync(World.Manager, World.Password);

        var page = await manager.GetPageAsync("/deals?culture=en&unit=usd");

        Assert.Matches("^9 ?deals$", page.Texts(".result > span")[0]);
        Assert.Contains("Being pursued", page.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[가-힣]", string.Join(' ', page.Texts("thead, .result, .page-head")));
    }

    [Fact]
    public async Task Get_ByACompany_IsNotItsOwn() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.SignInAsync(World.CompanyA)).GetPageAsync("/deals")).Status);

    [Fact]
    public async Task Get_WithoutAnyDeal_SaysWhereDealsComeFrom()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var list = await Features.Deals.DealList.OfAsync(db, new Features.Deals.DealSearch(), new DateOnly(2026, 11, 4), CancellationToken.None);

        Assert.Empty(list.Found.Rows);
        Assert.Empty(list.Sums);
        Assert.False(list.Search.IsFiltered);
    }
}
