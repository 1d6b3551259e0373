using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Companies;

public sealed class ProductTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string Products = $"/companies/{World.Ids.CompanyC}/products";

    [Fact]
    public async Task Post_New_AddsToTheCompany()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"{Products}/new"), new() { ["ProductNameKo"] = "김치", ["ProductNameEn"] = "Kimchi", ["HsCode"] = "2005.99" });

        Assert.Equal($"/companies/{World.Ids.CompanyC}", answer.Address.AbsolutePath);
        await using var db = portal.Open();
        var product = await db.Products.SingleAsync(known => known.NameEn == "Kimchi");
        Assert.Equal((World.Ids.CompanyC, "김치", "200599"), (product.CompanyId, product.NameKo, product.HsCode));
    }

    [Theory]
    [InlineData("ProductNameKo", "", "제품명(국문)")]
    [InlineData("HsCode", "33049", "HS 코드는 숫자 6자리입니다")]
    [InlineData("HsCode", "990101", "HS 코드는 숫자 6자리입니다")]
    [InlineData("HsCode", "ABCDEF", "HS 코드는 숫자 6자리입니다")]
    public async Task Post_BadField_SaysSoAndSavesNothing(string field, string typed, string message)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var fields = new Dictionary<string, string?> { ["ProductNameKo"] = "남을 제품", ["ProductNameEn"] = "Kept" };
        fields[field] = typed;

        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"{Products}/new"), fields);

        Assert.Contains(message, answer.Texts($".form-group:has([name={field}]) .form-hint-invalid").Single(), StringComparison.Ordinal);
        Assert.Equal("Kept", answer.Field("[name=ProductNameEn]").Value);
        await using var db = portal.Open();
        Assert.False(await db.Products.AnyAsync(product => product.NameEn == "Kept"));
    }

    [Fact]
    public async Task Post_Twice_MakesOneProduct()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"{Products}/new");
        await officer.SubmitAsync(form, new() { ["ProductNameKo"] = "한 번만" });
        var second = await officer.SubmitAsync(form, new() { ["ProductNameKo"] = "한 번만" });

        Assert.Equal($"/companies/{World.Ids.CompanyC}", second.Address.AbsolutePath);
        await using var db = portal.Open();
        Assert.Equal(1, await db.Products.CountAsync(product => product.NameKo == "한 번만"));
    }

    [Fact]
    public async Task Post_EditAndDelete_StandOnTheCompanysTimeline()
    {
        var id = await AddAsync("고추장");
        var officer = await portal.SignInAsync(World.Officer);

        var edited = await officer.SubmitAsync(await officer.GetPageAsync($"{Products}/{id}/edit"), new() { ["ProductNameKo"] = "쌈장", ["HsCode"] = "2103 90" });
        var deleted = await officer.SubmitAsync(await officer.GetPageAsync($"{Products}/{id}/delete"));

        Assert.Contains(edited.Texts("#history li"), item => item.Contains("제품명(국문): 고추장 → 쌈장", StringComparison.Ordinal));
        Assert.Contains("2103.90", edited.Text, StringComparison.Ordinal);
        Assert.Contains("‘쌈장’을(를) 삭제했습니다.", deleted.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.Products.AnyAsync(product => product.Id == id));
    }

    [Fact]
    public async Task Post_ChangedByAnother_ShowsBoth()
    {
        var id = await AddAsync("된장");
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"{Products}/{id}/edit");
        await using (var db = portal.Open())
        {
            (await db.Products.SingleAsync(product => product.Id == id)).NameKo = "청국장";
            await db.SaveChangesAsync();
        }

        var answer = await officer.SubmitAsync(form, new() { ["ProductNameKo"] = "막장" });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("청국장", answer.Text, StringComparison.Ordinal);
        Assert.Contains("막장", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfAnotherCompany_IsNotFound()
    {
        var id = await AddAsync("남의 제품");
        var officer = await portal.SignInAsync(World.Officer);

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"/companies/{World.Ids.CompanyA}/products/{id}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"/companies/{World.Ids.CompanyA}/products/{id}/delete")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync("/companies/4711/products/new")).Status);
    }

    private async Task<long> AddAsync(string name)
    {
        await using var db = portal.Open();
        var product = new Product { CompanyId = World.Ids.CompanyC, NameKo = name };
        db.Add(product);
        await db.SaveChangesAsync();
        return product.Id;
    }
}
