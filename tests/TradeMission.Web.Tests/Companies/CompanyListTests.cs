using System.Net;
using System.Text;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Companies;

public sealed class CompanyListTests(Portal portal) : IClassFixture<Portal>
{
    private const string Names = "tbody th[scope=row] a";

    [Fact]
    public async Task Get_ShowsFactsAndStoredFigures()
    {
        var page = await ListAsync("");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var alpha = Row(page, "알파화장품");
        Assert.Contains(RegistrationNumber.Format("123456789" + RegistrationNumber.CheckDigit("123456789")), alpha, StringComparison.Ordinal);
        Assert.Contains("영통구", alpha, StringComparison.Ordinal);
        Assert.Contains("2 63.5", alpha, StringComparison.Ordinal);
        Assert.EndsWith("– –", Row(page, "감마식품"), StringComparison.Ordinal);
        Assert.Equal("찾은 3개사 합계", page.Texts("tr.sum th").Single());
        Assert.Equal("63.5", page.Texts("tr.sum td").Single());
    }

    [Theory]
    [InlineData("?q=알파")]
    [InlineData("?q=ALPHA")]
    [InlineData("?q=ａｌｐｈａ")]
    [InlineData("?q=1234567")]
    [InlineData("?district=영통구")]
    [InlineData("?size=Small")]
    [InlineData("?mission=2")]
    [InlineData("?q=화장품&district=영통구&size=Small&mission=1")]
    public async Task Get_Filter_FindsOnlyAlpha(string query) => Assert.Equal(["알파화장품"], (await ListAsync(query)).Texts(Names));

    [Fact]
    public async Task Get_DecomposedSearch_Finds() =>
        Assert.Equal(["알파화장품"], (await ListAsync("?q=" + Uri.EscapeDataString("알파화장품".Normalize(NormalizationForm.FormD)))).Texts(Names));

    [Theory]
    [InlineData("", "감마식품", "베타공구", "알파화장품")]
    [InlineData("?sort=-name", "알파화장품", "베타공구", "감마식품")]
    [InlineData("?sort=-value", "알파화장품", "감마식품", "베타공구")]
    [InlineData("?sort=missions", "감마식품", "베타공구", "알파화장품")]
    [InlineData("?sort=-district", "알파화장품", "베타공구", "감마식품")]
    [InlineData("?sort=nonsense", "감마식품", "베타공구", "알파화장품")]
    [InlineData("?sort=-value&culture=en", "Alpha Cosmetics", "Gamma Foods", "Beta Tools")]
    public async Task Get_Sort_Orders(string query, params string[] expected) => Assert.Equal(expected, (await ListAsync(query)).Texts(Names));

    [Fact]
    public async Task Get_NothingFound_SaysWhatToDo()
    {
        var page = await ListAsync("?q=없는기업");

        Assert.Contains("조건에 맞는 기업이 없습니다", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("table"));
        Assert.NotNull(page.Document.QuerySelector(".empty a[href='/companies']"));
    }

    [Fact]
    public async Task Get_English_IsEnglish()
    {
        var page = await ListAsync("?culture=en&unit=usd");

        Assert.Equal("Companies", page.Texts("h1").Single());
        Assert.Contains("634,750.00", Row(page, "Alpha Cosmetics"), StringComparison.Ordinal);
        Assert.Contains("Total of 3 companies", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OtherBaseCurrency_IsNeverAdded()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        await using (var db = own.Open())
        {
            var mission = World.NewMission("TM-2026-009", "유럽", "Europe", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6), "유럽");
            mission.BaseCurrency = "EUR";
            db.Add(mission);
            await db.SaveChangesAsync();
            var participation = new Participation { MissionId = mission.Id, CompanyId = World.Ids.CompanyA };
            db.Add(participation);
            await db.SaveChangesAsync();
            db.Add(new Domain.Consultations.Consultation
            {
                ClientId = Guid.NewGuid(),
                MissionId = mission.Id,
                StopId = null,
                ParticipationId = participation.Id,
                BuyerId = World.Ids.BuyerEdo,
                HeldOn = new DateOnly(2026, 3, 3),
                Value = new(new Domain.Money(20_000m, "EUR"), Domain.FrozenRate.Same(new DateOnly(2026, 3, 3))),
                LoggedByName = "김담당",
                LoggedAt = TestDatabase.Start.UtcDateTime,
            });
            await db.SaveChangesAsync();
        }

        var officer = await own.SignInAsync(World.Officer);
        var list = await officer.GetPageAsync("/companies?unit=usd");
        var page = await officer.GetPageAsync($"/companies/{World.Ids.CompanyA}?unit=usd");

        Assert.Contains("634,750.00EUR 20,000.00", Row(list, "알파화장품"), StringComparison.Ordinal);
        Assert.Empty(list.Document.QuerySelectorAll("tr.sum"));
        Assert.Equal(["634,750.00US$", "120,000.50US$"], page.Texts(".totals .fig").Skip(2));
        Assert.Contains("EUR 20,000.00", page.Texts(".totals .sub"));
        Assert.Equal(2, page.Document.QuerySelectorAll("#missions tr.sum").Length);
    }

    [Theory]
    [InlineData(World.Officer, true)]
    [InlineData(World.Manager, false)]
    [InlineData(World.Administrator, false)]
    public async Task Get_New_IsOfferedToOfficersOnly(string who, bool offered)
    {
        var page = await (await portal.SignInAsync(who)).GetPageAsync("/companies");

        Assert.Equal(offered, page.Document.QuerySelector("a[href='/companies/new']") is not null);
    }

    private async Task<Page> ListAsync(string query)
    {
        var visitor = await portal.SignInAsync(World.Officer);
        return await visitor.GetPageAsync("/companies" + query + (query.Contains("culture=", StringComparison.Ordinal) ? "" : query.Length == 0 ? "?culture=ko" : "&culture=ko"));
    }

    private static string Row(Page page, string name) => page.Texts("tbody tr").Single(row => row.StartsWith(name, StringComparison.Ordinal));
}
