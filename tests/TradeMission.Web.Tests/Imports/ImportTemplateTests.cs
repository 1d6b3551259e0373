using System.IO.Compression;
using System.Xml.Linq;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Imports;
using TradeMission.Web.Infrastructure.Spreadsheets;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Imports;

public sealed class ImportTemplateTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("/buyers/import/template", ImportKind.Buyers)]
    [InlineData("/companies/import/template", ImportKind.Companies)]
    [InlineData("/missions/1/consultations/import/template", ImportKind.Consultations)]
    public async Task Template_HeadIsReadWhole(string address, ImportKind kind)
    {
        var officer = await portal.SignInAsync(World.Officer);
        using var answer = await officer.GetAsync(address);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());

        var sheet = await SheetReader.ReadAsync(file, "양식.xlsx", SheetLimits.Usual, CancellationToken.None);

        Assert.True(sheet.IsRead, sheet.Refusal?.Message);
        Assert.Equal(ImportColumns.Of(kind), Assert.Single(sheet.Rows).Cells.Select(cell => ImportColumns.Find(kind, cell.Text)));
    }

    [Fact]
    public async Task Template_OffersTheMissionsOwnCompaniesAndStops()
    {
        var officer = await portal.SignInAsync(World.Officer);
        using var answer = await officer.GetAsync("/missions/1/consultations/import/template");
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));

        var table = Read(zip, "xl/worksheets/sheet1.xml");
        var offered = table.Descendants(Main + "dataValidation").ToDictionary(list => list.Attribute("sqref")!.Value[..1], list => list.Element(Main + "formula1")!.Value);
        Assert.Equal("lists!$D$1:$D$2", offered["D"]);
        Assert.Equal("lists!$C$1:$C$2", offered["C"]);
        var lists = Read(zip, "xl/worksheets/sheet2.xml").Descendants(Main + "c").ToDictionary(cell => cell.Attribute("r")!.Value, cell => cell.Value);
        Assert.Equal(("반둥", "하노이", "베타공구", "알파화장품"), (lists["C1"], lists["C2"], lists["D1"], lists["D2"]));
        Assert.Equal(["visible", "hidden"], Read(zip, "xl/workbook.xml").Descendants(Main + "sheet").Select(sheet => sheet.Attribute("state")?.Value ?? "visible"));
    }

    private static XDocument Read(ZipArchive zip, string part)
    {
        using var stream = zip.GetEntry(part)!.Open();
        return XDocument.Load(stream);
    }
}
