using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Imports;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Imports;

public sealed class RegisterImportTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Buyers_NewOnesAreAddedThoseThereStayAndDoubtfulOnesAreAskedAbout()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var preview = await officer.PasteAsync("/buyers/import", """
            바이어명	국가	도시	관심 품목
            Saigon Beauty JSC	베트남	Ho Chi Minh City	화장품
            Công ty Saigon Beauty	VN	Hanoi	화장품
            Mitra Abadi	Indonesia	Jakarta	식품
            하노이무역	베트남	Hanoi	화장품
            """);

        var rows = preview.Texts("tbody tr");
        Assert.Single(rows);
        Assert.Contains("같은 곳일 수 있음", rows[0], StringComparison.Ordinal);
        var before = await Sent.CountsAsync(portal);
        var ready = await officer.SubmitAsync(preview, new() { ["choice-3"] = "new" }, form: Sent.Correction);
        Assert.Contains("이미 있음 2", ready.Text, StringComparison.Ordinal);
        var done = await officer.ConfirmAsync(ready);

        var after = await Sent.CountsAsync(portal);
        Assert.Equal((before.Buyers + 2, before.Imports + 1, before.Audit + 1), (after.Buyers, after.Imports, after.Audit));
        await using (var db = portal.Open())
        {
            var made = await db.Buyers.SingleAsync(buyer => buyer.Name == "Mitra Abadi");
            Assert.Equal(("ID", "Jakarta", "식품"), (made.Country, made.City, made.Interests));
            Assert.Contains("파일 가져오기", (await officer.GetPageAsync($"/buyers/{made.Id}")).Text, StringComparison.Ordinal);
        }

        await officer.SubmitAsync(done, form: "form[action$=undo]");
        Assert.Equal(before.Buyers, (await Sent.CountsAsync(portal)).Buyers);
    }

    [Fact]
    public async Task Buyers_KnownByTheirOtherName_AreThoseThatSomebodyChooses()
    {
        long there;
        await using (var db = portal.Open())
        {
            var known = new Buyer { Name = "Sari Dagang", NameOther = "사리상사", Country = "ID" };
            db.Buyers.Add(known);
            await db.SaveChangesAsync();
            there = known.Id;
        }

        var officer = await portal.SignInAsync(World.Officer);
        var preview = await officer.PasteAsync("/buyers/import", $"{ImportColumns.Of(ImportKind.Buyers).Single(column => column.Name == "Name").Heading},{ImportColumns.Of(ImportKind.Buyers).Single(column => column.Name == "NameOther").Heading},{ImportColumns.Of(ImportKind.Buyers).Single(column => column.Name == "Country").Heading}\nSaree Trading,사리상사,인도네시아\n");
        Assert.Contains("같은 곳일 수 있음", preview.Texts("tbody tr").Single(), StringComparison.Ordinal);

        var ready = await officer.SubmitAsync(preview, new() { ["choice-2"] = $"{there}" }, form: Sent.Correction);

        Assert.Contains("이미 있음 1", ready.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_OfAFirmThatAnotherWasMergedInto_SaysWhy()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var done = await officer.ConfirmAsync(await officer.PasteAsync("/companies/import", "기업명\n합쳐질 기업\n"));
        long made;
        await using (var db = portal.Open())
        {
            made = await db.Companies.Where(company => company.NameKo == "합쳐질 기업").Select(company => company.Id).SingleAsync();
            var other = new Company { NameKo = "합치는 기업" };
            db.Companies.Add(other);
            await db.SaveChangesAsync();
            Assert.True(await Merging.Merges.MergeAsync(portal.Database, Features.Merging.FirmRegister.Companies, made, other.Id));
        }

        var refused = await officer.PostAsync($"{done.Address.AbsolutePath}/undo", done);

        Assert.Equal(System.Net.HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("합쳐질 기업", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buyers_WithoutACountryOrTwice_AreHeldBack()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var preview = await administrator.PasteAsync("/buyers/import", "Name,Country\nAlone,\nTwin Co,Vietnam\n\"Twin Co., Ltd.\",VN\n");

        Assert.Contains("2행 B열 국가: 국가를 적으십시오", preview.Text, StringComparison.Ordinal);
        var mended = await administrator.SubmitAsync(preview, new() { ["cell-2-Country"] = "태국" }, form: Sent.Correction);
        Assert.Contains("3행과 이름이 같거나 비슷합니다", mended.Text, StringComparison.Ordinal);
        var ready = await administrator.SubmitAsync(mended, new() { ["out-4"] = "true" }, form: Sent.Correction);
        var before = await Sent.CountsAsync(portal);
        await administrator.ConfirmAsync(ready);
        Assert.Equal(before.Buyers + 2, (await Sent.CountsAsync(portal)).Buyers);
    }

    [Fact]
    public async Task Companies_ByNumberAndName_AreMatchedCheckedAndAdded()
    {
        var officer = await portal.SignInAsync(World.Officer);
        string Number(string nine) => nine + RegistrationNumber.CheckDigit(nine);
        var preview = await officer.PasteAsync("/companies/import", $"""
            업체명	영문명	사업자번호	규모	수출국	비고
            알파 화장품 다른이름	Alpha	{Number("123456789")}	소기업	베트남	있음
            델타정밀	Delta Precision	{RegistrationNumber.Format(Number("345678901"))}		베트남, 인도네시아
            (주)감마식품		{Number("456789012")}
            엡실론		123-45-67890
            """);

        Assert.Contains("5행 C열 사업자등록번호", preview.Text, StringComparison.Ordinal);
        var mended = await officer.SubmitAsync(preview, new() { ["cell-5-RegistrationNumber"] = "" }, form: Sent.Correction);
        Assert.Contains("같은 곳일 수 있음", mended.Text, StringComparison.Ordinal);
        var ready = await officer.SubmitAsync(mended, new() { ["choice-4"] = $"{World.Ids.CompanyC}" }, form: Sent.Correction);
        var before = await Sent.CountsAsync(portal);
        var done = await officer.ConfirmAsync(ready);

        var after = await Sent.CountsAsync(portal);
        Assert.Equal((before.Companies + 2, before.Audit + 1), (after.Companies, after.Audit));
        await using (var db = portal.Open())
        {
            var made = await db.Companies.SingleAsync(company => company.NameKo == "델타정밀");
            Assert.Equal((Number("345678901"), "ID VN", CompanySize.Unknown), (made.RegistrationNumber, made.ExportCountries, made.Size));
        }

        await officer.SubmitAsync(done, form: "form[action$=undo]");
        Assert.Equal(before.Companies, (await Sent.CountsAsync(portal)).Companies);
    }

    [Fact]
    public async Task Lists_OfferTheImport()
    {
        var officer = await portal.SignInAsync(World.Officer);
        foreach (var list in new[] { "/buyers", "/companies", $"/missions/{World.Ids.Underway}/consultations" })
        {
            Assert.NotNull((await officer.GetPageAsync(list)).Document.QuerySelector($"a[href='{list}/import']"));
        }

        Assert.Contains("가져온 파일", (await officer.GetPageAsync("/imports")).Text, StringComparison.Ordinal);
    }
}
