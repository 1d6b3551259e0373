using System.Text;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Missions;

public sealed class MissionListTests(Portal portal) : IClassFixture<Portal>
{
    private async Task<Page> ListAsync(string query) => await (await portal.SignInAsync(World.Officer)).GetPageAsync($"/missions{query}");

    private static IReadOnlyList<string> References(Page page) => page.Texts("tbody tr:not(.sum) td:first-child");

    [Fact]
    public async Task Get_ShowsNewestFirstWithSumsOfWhatIsFound()
    {
        var page = await ListAsync("?unit=usd");

        Assert.Equal(["TM-2026-001", "TM-2025-007"], References(page));
        Assert.Contains("634,750.00", page.Texts("tr.sum")[0], StringComparison.Ordinal);
        Assert.Contains("120,000.50", page.Texts("tr.sum")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("아세안")]
    [InlineData("ASEAN trade")]
    [InlineData("ａｓｅａｎ")]
    [InlineData("tm-2026-001")]
    public async Task Get_Search_FindsWhateverCaseAndWidth(string typed) =>
        Assert.Equal(["TM-2026-001"], References(await ListAsync($"?q={Uri.EscapeDataString(typed)}")));

    [Fact]
    public async Task Get_SearchTypedOnAMac_FindsComposedHangul() =>
        Assert.Equal(["TM-2026-001"], References(await ListAsync($"?q={Uri.EscapeDataString("아세안".Normalize(NormalizationForm.FormD))}")));

    [Theory]
    [InlineData("?year=2025", "TM-2025-007")]
    [InlineData("?status=Underway", "TM-2026-001")]
    [InlineData("?sisterCity=1", "TM-2026-001")]
    [InlineData("?region=ASEAN", "TM-2026-001")]
    public async Task Get_Filter_ShowsOnlyThose(string query, string reference) => Assert.Equal([reference], References(await ListAsync(query)));

    [Theory]
    [InlineData("?sort=value", "TM-2025-007", "TM-2026-001")]
    [InlineData("?sort=-value", "TM-2026-001", "TM-2025-007")]
    [InlineData("?sort=starts", "TM-2025-007", "TM-2026-001")]
    [InlineData("?sort=nonsense", "TM-2026-001", "TM-2025-007")]
    public async Task Get_Sort_Orders(string query, params string[] references) => Assert.Equal(references, References(await ListAsync(query)));

    [Fact]
    public async Task Get_NothingFound_SaysSoAndOffersAllAgain()
    {
        var page = await ListAsync("?q=없는이름");

        Assert.Empty(References(page));
        Assert.Contains("조건에 맞는 시장개척단이 없습니다", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".empty a[href='/missions']"));
    }

    [Theory]
    [InlineData("?page=-5")]
    [InlineData("?page=999999")]
    [InlineData("?page=x&year=abc&status=7&sisterCity=zz")]
    public async Task Get_NonsenseInTheAddress_ShowsAList(string query) => Assert.NotEmpty(References(await ListAsync(query)));

    [Fact]
    public async Task Get_English_KeepsPageAndQuery()
    {
        var page = await ListAsync("?year=2026&unit=usd");

        var english = await (await portal.SignInAsync(World.Officer)).GetPageAsync(page.Document.QuerySelector("footer a[hreflang=en]")!.GetAttribute("href")!);

        Assert.Equal("en", english.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["TM-2026-001"], References(english));
        Assert.Contains("609,750.00", english.Text, StringComparison.Ordinal);
        await (await portal.SignInAsync(World.Officer)).GetPageAsync("/missions?culture=ko");
    }
}
