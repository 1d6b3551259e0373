using System.Net;
using System.Text;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Consultations;

public sealed class ConsultationListTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly DateOnly Today = new(2026, 11, 4);

    [Fact]
    public async Task Get_OfOneMission_ShowsRowsCountSumsAndWhatIsLeftOut()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync($"/missions/{World.Ids.Underway}/consultations?unit=usd");

        Assert.Equal(4, page.Document.QuerySelectorAll("tbody tr:not(.sum)").Length);
        Assert.Contains("계 4건 · 바이어 3개사", page.Texts("tr.sum")[0], StringComparison.Ordinal);
        Assert.Contains("609,750.00", page.Texts("tr.sum")[0], StringComparison.Ordinal);
        Assert.Contains("120,000.50", page.Texts("tr.sum")[0], StringComparison.Ordinal);
        Assert.Contains("환율 없어 뺀 금액 1건", page.Texts(".result")[0], StringComparison.Ordinal);
        Assert.Contains(page.Texts("tbody tr"), row => row.Contains("IDR 50,000,000", StringComparison.Ordinal) && row.Contains("환율 없음 · 합계에서 뺌", StringComparison.Ordinal));
        Words.AssertPursuedIsNeverCalledWon(page);
    }

    [Fact]
    public async Task Get_AcrossMissions_SaysWhichMissionAndShowsTextAsText()
    {
        var manager = await portal.SignInAsync(World.Manager);

        var page = await manager.GetPageAsync("/consultations?unit=usd");

        Assert.Equal(5, page.Document.QuerySelectorAll("tbody tr:not(.sum)").Length);
        Assert.Contains("634,750.00", page.Texts("tr.sum")[0], StringComparison.Ordinal);
        Assert.Contains(page.Texts("tbody tr"), row => row.Contains("TM-2025-007", StringComparison.Ordinal));
        Assert.Contains("Hanoi <Trade> & Co", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<Trade>", page.Source, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("a[href$='/consultations/new']"));
    }

    [Theory]
    [InlineData("q=알파화장품", 3)]
    [InlineData("q=ALPHA", 3)]
    [InlineData("q=ｎｕｓａｎｔａｒａ", 2)]
    [InlineData("q=nusantara+beta", 1)]
    [InlineData("q=견적서", 1)]
    [InlineData("q=ㅇㅍㅎㅈㅍ", 3)]
    [InlineData("q=누산타라", 2)]
    [InlineData("q=일본", 1)]
    [InlineData("q=없는말", 0)]
    [InlineData("q=%25", 0)]
    [InlineData("mission=1", 4)]
    [InlineData("mission=1&stop=1", 2)]
    [InlineData("company=1", 3)]
    [InlineData("mission=1&company=1", 2)]
    [InlineData("stop=1&company=1", 1)]
    [InlineData("buyer=1", 2)]
    [InlineData("assessment=CooperationPossible", 1)]
    [InlineData("value=any", 4)]
    [InlineData("value=none", 1)]
    [InlineData("value=contract", 1)]
    [InlineData("value=rateMissing", 1)]
    [InlineData("step=open", 1)]
    [InlineData("step=due", 1)]
    [InlineData("step=overdue", 0)]
    [InlineData("year=2025", 1)]
    [InlineData("year=abc", 5)]
    [InlineData("mission=1&stop=0", 0)]
    public async Task Get_Filtered_FindsAndCounts(string query, int rows)
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync("/consultations?" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(rows, page.Document.QuerySelectorAll("tbody tr:not(.sum)").Length);
        Assert.Equal($"{rows}건", page.Texts(".result > span")[0]);
        Assert.Equal(rows == 0, page.Document.QuerySelector(".empty") is not null);
    }

    [Fact]
    public async Task Get_NameTypedOnAMac_IsFound()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync("/consultations?q=" + Uri.EscapeDataString("베타공구".Normalize(NormalizationForm.FormD)));

        Assert.Equal(2, page.Document.QuerySelectorAll("tbody tr:not(.sum)").Length);
    }

    [Theory]
    [InlineData("company", "베타공구", "알파화장품", true)]
    [InlineData("-company", "베타공구", "알파화장품", false)]
    [InlineData("buyer", "Hanoi", "Saigon", true)]
    [InlineData("-value", "600,000.00", "9,750.00", true)]
    [InlineData("value", "600,000.00", "9,750.00", false)]
    [InlineData("-contract", "120,000.50", "9,750.00", true)]
    [InlineData("due", "견적서", "Saigon", true)]
    [InlineData("date", "2025. 5. 13.", "2026. 11. 6.", true)]
    [InlineData("-date", "2025. 5. 13.", "2026. 11. 6.", false)]
    [InlineData("nonsense", "2025. 5. 13.", "2026. 11. 6.", false)]
    public async Task Get_Sorted_OrdersRows(string sort, string one, string other, bool oneFirst)
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync($"/consultations?unit=usd&sort={sort}");

        var rows = page.Texts("tbody tr:not(.sum)").ToList();
        var (first, second) = (rows.FindIndex(row => row.Contains(one, StringComparison.Ordinal)), rows.FindIndex(row => row.Contains(other, StringComparison.Ordinal)));
        Assert.True(first >= 0 && second >= 0);
        Assert.Equal(oneFirst, first < second);
    }

    [Fact]
    public async Task Get_InEnglish_SaysNothingInKorean()
    {
        var officer = portal.Visit();
        await officer.SignInAsync(World.Officer, World.Password);

        var page = await officer.GetPageAsync($"/missions/{World.Ids.Underway}/consultations?culture=en");

        Assert.Contains("Total of 4 · 3 buyers", page.Text, StringComparison.Ordinal);
        Assert.Contains("rate missing · left out of totals", page.Text, StringComparison.Ordinal);
        Assert.Contains("609.8", page.Texts("tr.sum")[0], StringComparison.Ordinal);
        Words.AssertPursuedIsNeverCalledWon(page);
    }

    [Fact]
    public async Task Get_TwoBaseCurrencies_AddsThemUpApart()
    {
        await using var own = await TestDatabase.CreateWithWorldAsync();
        await using var db = own.Open();
        var euro = World.NewMission("TM-2026-050", "유럽 시장개척단", "Europe", Today, Today, "유럽");
        euro.BaseCurrency = "EUR";
        db.Missions.Add(euro);
        await db.SaveChangesAsync();

        var sums = await new ConsultationSearch().SumsAsync(db, Today, CancellationToken.None);

        Assert.Equal([("EUR", 0, 0m), ("USD", 5, 634_750m)], sums.Select(sum => (sum.Currency, sum.Consultations, sum.ConsultationValue)));
    }

    [Fact]
    public async Task Get_FilteredByACompanyThatWasNotThere_StillSaysWhich()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync($"/consultations?mission={World.Ids.Closed}&company={World.Ids.CompanyB}");

        Assert.Equal("베타공구", page.Document.QuerySelector("select[name=company] option[selected]")?.TextContent.Trim());
        Assert.StartsWith("TM-2025-007", page.Document.QuerySelector("select[name=mission] option[selected]")?.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("tbody tr:not(.sum)"));
    }

    /// <param name="year">Of all rows: as they are asked with a filter, and as without any.</param>
    [Theory]
    [InlineData(null)]
    [InlineData(2026)]
    public async Task Get_MoreThanAPage_GoesOnAndBackWithoutLosingOrRepeatingARow(int? year)
    {
        await using var own = await TestDatabase.CreateWithWorldAsync();
        await using var db = own.Open();
        await AddAsync(db, 118);
        var all = new List<long>();
        var pages = new List<ConsultationListPage>();
        string? after = null;
        do
        {
            var page = await new ConsultationSearch { Mission = World.Ids.Underway, Year = year, After = after }.PageAsync(db, Today, 122, CancellationToken.None);
            pages.Add(page);
            all.AddRange(page.Rows.Select(row => row.Id));
            after = page.After;
        }
        while (after is not null);

        Assert.Equal([50, 50, 22], pages.Select(page => page.Rows.Count));
        Assert.Equal(122, all.Distinct().Count());
        Assert.Equal(all, pages.SelectMany(page => page.Rows).OrderByDescending(row => row.HeldOn).ThenByDescending(row => row.Id).Select(row => row.Id));
        Assert.Null(pages[0].Before);

        var back = await new ConsultationSearch { Mission = World.Ids.Underway, Year = year, Before = pages[2].Before }.PageAsync(db, Today, 122, CancellationToken.None);
        Assert.Equal(pages[1].Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
        var first = await new ConsultationSearch { Mission = World.Ids.Underway, Year = year, Before = back.Before }.PageAsync(db, Today, 122, CancellationToken.None);
        Assert.Equal(pages[0].Rows.Select(row => row.Id), first.Rows.Select(row => row.Id));
        Assert.Null(first.Before);
    }

    [Fact]
    public async Task Get_NonsensePlace_IsTheBeginning()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync("/consultations?after=' OR 1=1&before=2026-99-99_x");

        Assert.Equal(5, page.Document.QuerySelectorAll("tbody tr:not(.sum)").Length);
    }

    private static async Task AddAsync(TradeDbContext db, int count)
    {
        for (var i = 0; i < count; i++)
        {
            db.Consultations.Add(new Consultation
            {
                ClientId = Guid.NewGuid(),
                MissionId = World.Ids.Underway,
                StopId = World.Ids.BandungStop,
                ParticipationId = World.Ids.AUnderway,
                BuyerId = World.Ids.BuyerSaigon,
                HeldOn = new DateOnly(2026, 11, 2 + (i % 3)),
                Value = new Valued(new Money(i, "USD"), FrozenRate.Same(Today)),
                LoggedByName = "시험",
                LoggedAt = TestDatabase.Start.UtcDateTime,
            });
        }

        await db.SaveChangesAsync();
    }
}
