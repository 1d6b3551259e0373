using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Search;

public sealed class DuplicatesTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    [Theory]
    [InlineData("㈜알파 화장품", null)]
    [InlineData("주식회사알파화장품", null)]
    [InlineData("다른 이름", "ALPHA COSMETICS Co., Ltd.")]
    [InlineData("Alpha-Cosmetics", null)]
    public async Task Companies_OfTheSameNameInAnyForm_AreAlike(string nameKo, string? nameEn)
    {
        await using var db = database.Open();

        Assert.Equal([World.Ids.CompanyA], (await Duplicates.LikeAsync(db, new Company { NameKo = nameKo, NameEn = nameEn }, null, default)).Select(company => company.Id));
    }

    [Fact]
    public async Task Companies_OfTheSameNumber_AreAlike_AndComeFirst()
    {
        await using var db = database.Open();
        var number = (await db.Companies.FindAsync(World.Ids.CompanyB))!.RegistrationNumber;

        var alike = await Duplicates.LikeAsync(db, new Company { NameKo = "알파화장품(주)", RegistrationNumber = number }, null, default);

        Assert.Equal([World.Ids.CompanyB, World.Ids.CompanyA], alike.Select(company => company.Id));
    }

    [Fact]
    public async Task Companies_Itself_IsNotAlike()
    {
        await using var db = database.Open();

        Assert.Empty(await Duplicates.LikeAsync(db, (await db.Companies.FindAsync(World.Ids.CompanyA))!, World.Ids.CompanyA, default));
        Assert.Empty(await Duplicates.LikeAsync(db, new Company { NameKo = "알파" }, null, default));
    }

    [Theory]
    [InlineData("Nusantara Retail, PT", null, 1)]
    [InlineData("하노이무역 유한회사", null, 3)]
    [InlineData("Hanoi Trade Co Company Limited", null, 3)]
    [InlineData("어느 회사", "Buyer@Edo.example", 4)]
    public async Task Buyers_OfTheSameNameOrAddress_AreAlike(string name, string? email, long id)
    {
        await using var db = database.Open();
        db.Add(new Contact { BuyerId = World.Ids.BuyerEdo, Name = "江戸", Email = "buyer@EDO.example" });
        await db.SaveChangesAsync();

        Assert.Equal([id], (await Duplicates.LikeAsync(db, new Buyer { Name = name, Country = null }, [email, " "], null, default)).Select(buyer => buyer.Id));
    }

    [Fact]
    public async Task Buyers_WithoutAddress_AreNotAlikeByIt()
    {
        await using var db = database.Open();
        db.Add(new Contact { BuyerId = World.Ids.BuyerEdo, Name = "江戸" });
        await db.SaveChangesAsync();

        Assert.Empty(await Duplicates.LikeAsync(db, new Buyer { Name = "어느 회사", Country = null }, [null, ""], null, default));
    }

    public async Task InitializeAsync() => database = await TestDatabase.CreateWithWorldAsync();

    public Task DisposeAsync() => database.DisposeAsync().AsTask();
}
