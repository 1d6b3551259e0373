using System.Net;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Shared;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Buyers;

public sealed class BuyerPageTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly DateOnly Today = new(2026, 11, 4);

    [Fact]
    public async Task Get_ShowsWhatWasTalkedAbout()
    {
        var page = await GetAsync(World.Officer, World.Ids.BuyerNusantara);

        Assert.Equal("PT Nusantara Retail", page.Texts("h1").Single());
        Assert.Equal(["계 2건", "베타공구", "알파화장품"], page.Texts("#consultations tbody th"));
        Assert.Equal(["600,000.00", "120,000.50"], page.Texts("#consultations tr.sum td.num"));
        Assert.Contains("IDR 50,000,000", page.Texts("#consultations tbody tr")[1], StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/consultations?buyer={World.Ids.BuyerNusantara}']"));
        Assert.Equal("반둥시", page.Texts($"a[href='/sister-cities/{World.Ids.Bandung}']").Single());
    }

    [Fact]
    public async Task Get_Blocked_SaysSoFirst()
    {
        var page = await GetAsync(World.Manager, World.Ids.BuyerBlocked);

        Assert.Contains("거래가 제한된 바이어입니다", page.Texts("main .alert").Single(), StringComparison.Ordinal);
        Assert.Contains("아직 상담 기록이 없습니다.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href$='/edit'], main a[href$='/new'], main a[href$='/delete']"));
    }

    [Theory]
    [InlineData(Credit.Checked, -1, "신용 확인 기한이 지났습니다")]
    [InlineData(Credit.Recommended, -1, "신용 확인 기한이 지났습니다")]
    [InlineData(Credit.Checked, 0, "신용 확인이 곧 만료됩니다")]
    [InlineData(Credit.Checked, 60, "신용 확인이 곧 만료됩니다")]
    [InlineData(Credit.Checked, 61, null)]
    public async Task Get_CheckNearItsEnd_Warns(Credit credit, int days, string? warning)
    {
        var id = await AddAsync(new Buyer { Name = $"Expiring {credit} {days}", Country = "TH", Credit = credit, CreditCheckedOn = Today.AddYears(-1), CreditExpiresOn = Today.AddDays(days) });

        var page = await GetAsync(World.Officer, id);

        Assert.Equal(warning, page.Texts("main .alert h2").SingleOrDefault());
    }

    [Fact]
    public async Task Get_HostileNames_StayText()
    {
        var id = await AddAsync(new Buyer { Name = "<script>alert(1)</script>", NameOther = "\"><img src=x>", Country = null, Notes = "첫 줄\n</dd>" });
        await using (var db = portal.Open())
        {
            db.Add(new Contact { BuyerId = id, Name = "O'Neil <o>", Email = "\"x\"@example.com" });
            await db.SaveChangesAsync();
        }

        var page = await GetAsync(World.Officer, id);

        Assert.Equal("<script>alert(1)</script>", page.Texts("h1").Single());
        Assert.Empty(page.Document.QuerySelectorAll("main script, main img"));
        Assert.StartsWith("O'Neil <o>", page.Texts("#contacts li").Single(), StringComparison.Ordinal);
        Assert.Contains("국가 미상", page.Texts(".meta li"));
    }

    [Fact]
    public async Task Get_Unknown_IsNotFound() => Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(World.Officer, 4711)).Status);

    private async Task<Page> GetAsync(string who, long id) => await (await portal.SignInAsync(who)).GetPageAsync($"/buyers/{id}?unit=usd");

    private async Task<long> AddAsync(Buyer buyer)
    {
        await using var db = portal.Open();
        db.Add(buyer);
        await db.SaveChangesAsync();
        return buyer.Id;
    }
}
