using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Companies;

public sealed class CompanyDeletionTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_TookPart_SaysWhatHangsOnIt()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.GetPageAsync($"/companies/{World.Ids.CompanyA}/delete");

        Assert.Equal(["시장개척단 참가 2건", "이 기업의 사용자 1명"], page.Texts("main .alert li"));
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Post_TookPart_DeletesNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var answer = await officer.PostAsync($"/companies/{World.Ids.CompanyA}/delete", await officer.GetPageAsync("/companies/new"));

        Assert.Contains("삭제할 수 없습니다", answer.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.True(await db.Companies.AnyAsync(company => company.Id == World.Ids.CompanyA));
    }

    [Fact]
    public async Task Post_NothingHangs_DeletesWithPartsAndAudits()
    {
        long id;
        await using (var db = portal.Open())
        {
            var company = new Company { NameKo = "지울 기업" };
            db.Add(company);
            await db.SaveChangesAsync();
            id = company.Id;
            db.Add(new Product { CompanyId = id, NameKo = "지울 제품" });
            db.Add(new Contact { CompanyId = id, Name = "지울 사람" });
            await db.SaveChangesAsync();
        }

        var officer = await portal.SignInAsync(World.Officer);
        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"/companies/{id}/delete"));

        Assert.Equal("/companies", answer.Address.AbsolutePath);
        Assert.Contains("‘지울 기업’을(를) 삭제했습니다.", answer.Text, StringComparison.Ordinal);
        await using var after = portal.Open();
        Assert.False(await after.Companies.AnyAsync(company => company.Id == id));
        Assert.False(await after.Contacts.AnyAsync(contact => contact.CompanyId == id));
        var deleted = await after.AuditEntries.Where(entry => entry.Act == AuditAct.Deleted && entry.ActorName == "김담당").Select(entry => entry.Record).ToListAsync();
        Assert.Equal(["Company", "Contact", "Product"], deleted.Order());
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"/companies/{id}")).Status);
    }
}
