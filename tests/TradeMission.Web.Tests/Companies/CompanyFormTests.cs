using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Companies;

public sealed class CompanyFormTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Post_New_CreatesAndShowsIt()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var answer = await officer.SubmitAsync(await officer.GetPageAsync("/companies/new"), new()
        {
            ["NameKo"] = "  새누리바이오 <주> ",
            ["NameEn"] = "Saenuri Bio",
            ["RegistrationNumber"] = "３４５-67-8901" + RegistrationNumber.CheckDigit("345678901"),
            ["Representative"] = "신대표",
            ["District"] = "장안구",
            ["Industry"] = "건강식품",
            ["Size"] = "Medium",
            ["ExportCountries"] = "베트남, jp",
            ["Notes"] = "첫 줄\n둘째 줄",
        });

        Assert.Equal("새누리바이오 <주>", answer.Texts("h1").Single());
        Assert.Contains("‘새누리바이오 <주>’을(를) 만들었습니다.", answer.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        var company = await db.Companies.SingleAsync(known => known.NameEn == "Saenuri Bio");
        Assert.Equal($"/companies/{company.Id}", answer.Address.AbsolutePath);
        Assert.Equal(
            ("새누리바이오 <주>", "345678901" + RegistrationNumber.CheckDigit("345678901"), "장안구", CompanySize.Medium, "JP VN"),
            (company.NameKo, company.RegistrationNumber, company.District, company.Size, company.ExportCountries));
        Assert.Equal("김담당", (await db.AuditEntries.SingleAsync(entry => entry.Record == "Company" && entry.RecordId == company.Id)).ActorName);
    }

    [Theory]
    [InlineData("NameKo", " ", "기업명(국문)")]
    [InlineData("RegistrationNumber", "123", "숫자 10자리")]
    [InlineData("RegistrationNumber", "12345678901", "숫자 10자리")]
    [InlineData("RegistrationNumber", "123-45-67890", "마지막 검증 숫자가 맞지 않습니다")]
    [InlineData("Size", "Gigantic", "Gigantic")]
    [InlineData("ExportCountries", "베트남, 아틀란티스", "국가 목록에 없습니다: 아틀란티스")]
    public async Task Post_BadField_SaysSoAndSavesNothing(string field, string typed, string message)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.GetPageAsync("/companies/new");
        await using var db = portal.Open();
        var before = await db.Companies.CountAsync();
        var fields = new Dictionary<string, string?> { ["NameKo"] = "지킬 이름", ["Representative"] = "남을 대표" };
        fields[field] = typed;

        var answer = await officer.SubmitAsync(page, fields);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(message, answer.Texts($".form-group:has([name={field}]) .form-hint-invalid").Single(), StringComparison.Ordinal);
        Assert.Contains(message, answer.Texts($"#error-summary a[href='#{field}']").Single(), StringComparison.Ordinal);
        Assert.Equal("남을 대표", answer.Field("[name=Representative]").Value);
        Assert.Equal(before, await db.Companies.CountAsync());
    }

    [Fact]
    public async Task Post_TooLongTexts_AreRefusedOneByOne()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var answer = await officer.SubmitAsync(await officer.GetPageAsync("/companies/new"), new()
        {
            ["NameKo"] = new('가', 201),
            ["NameEn"] = new('a', 201),
            ["Representative"] = new('가', 201),
            ["District"] = new('가', 201),
            ["Industry"] = new('가', 201),
            ["Notes"] = new('가', 4001),
        });

        Assert.Equal(6, answer.Document.QuerySelectorAll(".form-hint-invalid").Length);
    }

    [Fact]
    public async Task Post_NumberOfAnother_NamesItWithALink()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var answer = await officer.SubmitAsync(await officer.GetPageAsync("/companies/new"), new()
        {
            ["NameKo"] = "또 알파",
            ["RegistrationNumber"] = "123 456 789" + RegistrationNumber.CheckDigit("123456789"),
        });

        Assert.Equal("이미 등록된 번호: 알파화장품", answer.Texts(".form-group:has([name=RegistrationNumber]) .form-hint-invalid").Single());
        Assert.Equal("알파화장품", answer.Texts($"main a[href='/companies/{World.Ids.CompanyA}']").Single());
        await using var db = portal.Open();
        Assert.False(await db.Companies.AnyAsync(company => company.NameKo == "또 알파"));
    }

    [Fact]
    public async Task Post_Twice_MakesOneCompany()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync("/companies/new");
        var fields = new Dictionary<string, string?> { ["NameKo"] = "두 번 보낸 기업" };

        var first = await officer.SubmitAsync(form, fields);
        var second = await officer.SubmitAsync(form, fields);

        Assert.Equal(first.Address.AbsolutePath, second.Address.AbsolutePath);
        await using var db = portal.Open();
        Assert.Equal(1, await db.Companies.CountAsync(company => company.NameKo == "두 번 보낸 기업"));
    }

    [Fact]
    public async Task Post_Edit_ChangesAndKeepsOwnNumber()
    {
        var id = await AddAsync("고칠 기업", "567890123");
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"/companies/{id}/edit");

        var answer = await officer.SubmitAsync(form, new() { ["NameKo"] = "고친 기업", ["ExportCountries"] = "미국" });

        Assert.Equal("고친 기업", answer.Texts("h1").Single());
        Assert.Contains(answer.Texts("#history li"), item => item.Contains("기업명(국문): 고칠 기업 → 고친 기업", StringComparison.Ordinal));
        await using var db = portal.Open();
        var company = await db.Companies.SingleAsync(known => known.Id == id);
        Assert.Equal(("567890123" + RegistrationNumber.CheckDigit("567890123"), "US"), (company.RegistrationNumber, company.ExportCountries));
    }

    [Fact]
    public async Task Post_EditToNumberOfAnother_ChangesNothing()
    {
        var id = await AddAsync("번호를 바꿀 기업", "678901234");
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"/companies/{id}/edit");

        var answer = await officer.SubmitAsync(form, new() { ["RegistrationNumber"] = "234567890" + RegistrationNumber.CheckDigit("234567890") });

        Assert.Contains("이미 등록된 번호: 베타공구", answer.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.StartsWith("678901234", (await db.Companies.SingleAsync(known => known.Id == id)).RegistrationNumber, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ChangedByAnother_ShowsBothAndLosesNothing()
    {
        var id = await AddAsync("함께 고치는 기업", null);
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"/companies/{id}/edit");
        await using (var other = portal.Database.Open(new Actor(null, "다른 담당", null)))
        {
            (await other.Companies.SingleAsync(known => known.Id == id)).District = "권선구";
            await other.SaveChangesAsync();
        }

        var both = await officer.SubmitAsync(form, new() { ["District"] = "팔달구" });
        var kept = await officer.SubmitAsync(both);

        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("팔달구", both.Text, StringComparison.Ordinal);
        Assert.Contains("권선구", both.Text, StringComparison.Ordinal);
        Assert.Contains("다른 담당", both.Text, StringComparison.Ordinal);
        Assert.Contains("팔달구", kept.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal("팔달구", (await db.Companies.SingleAsync(known => known.Id == id)).District);
    }

    [Fact]
    public async Task Get_EditOfUnknown_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignInAsync(World.Officer)).GetPageAsync("/companies/4711/edit")).Status);

    [Fact]
    public async Task Get_NewInEnglish_IsEnglish()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.GetPageAsync("/companies/new?culture=en");
        var answer = await officer.SubmitAsync(page, new() { ["RegistrationNumber"] = "1" });
        await officer.GetPageAsync("/companies/new?culture=ko");

        Assert.Equal("Register a company", page.Texts("h1").Single());
        Assert.Contains("A business registration number has ten digits", answer.Text, StringComparison.Ordinal);
    }

    private async Task<long> AddAsync(string name, string? nine)
    {
        await using var db = portal.Open();
        var company = new Company { NameKo = name, RegistrationNumber = nine is null ? null : nine + RegistrationNumber.CheckDigit(nine) };
        db.Add(company);
        await db.SaveChangesAsync();
        return company.Id;
    }
}
