using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Schedule;
using TradeMission.Web.Tests.Data;
using TradeMission.Web.Tests.People;

namespace TradeMission.Web.Tests.Deleted;

public sealed class UndoTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Undo_AfterDeletingACompany_BringsItBackWithItsParts()
    {
        var id = await MakeCompanyAsync("되돌릴 기업");
        var officer = await portal.SignInAsync(World.Officer);
        var after = await officer.SubmitAsync(await officer.GetPageAsync($"/companies/{id}/delete"));

        var back = await officer.SubmitAsync(after, form: "main .alert.done form");

        Assert.Equal($"/companies/{id}", back.Address.AbsolutePath);
        Assert.Contains("‘되돌릴 기업’을(를) 되돌렸습니다.", back.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        var company = await db.Companies.Include(company => company.Products).Include(company => company.Contacts).SingleAsync(company => company.Id == id);
        Assert.Equal(("되돌릴 기업", "되돌릴 제품", "되돌릴 사람"), (company.NameKo, Assert.Single(company.Products).NameKo, Assert.Single(company.Contacts).Name));
        Assert.Equal(1, company.Version);
        var entry = await db.AuditEntries.OrderBy(entry => entry.Id).LastAsync(entry => entry.Record == "Company" && entry.RecordId == id);
        Assert.Equal((AuditAct.Created, "김담당"), (entry.Act, entry.ActorName));
        Assert.Contains("되돌림", entry.Reason, StringComparison.Ordinal);

        // Nothing of a person is kept twice.
        var kept = await db.DeletedRecords.SingleAsync(deleted => deleted.RecordId == id && deleted.Record == "Company");
        Assert.Equal((null, "김담당", id), (kept.Content, kept.RestoredByName, kept.RestoredAs!.Value));
        Assert.Contains("되돌릴 기업", (await officer.GetPageAsync("/search?q=되돌릴")).Text, StringComparison.Ordinal);
    }

    /// <summary>Its buyer stands under another record by now: there it comes back.</summary>
    [Fact]
    public async Task Restore_AfterItsBuyerWasMerged_HangsOnTheOneThatStays()
    {
        await using var own = await OwnPortal.OpenAsync();
        var officer = await own.SignInAsync(World.Officer);
        long talk;
        await using (var db = own.Open())
        {
            talk = await db.Consultations.Where(consultation => consultation.BuyerId == World.Ids.BuyerSaigon && !consultation.Deals.Any() && consultation.MissionId == World.Ids.Underway).Select(consultation => consultation.Id).FirstAsync();
        }

        await officer.SubmitAsync(await officer.GetPageAsync($"/consultations/{talk}/delete"));
        Assert.True(await Merging.Merges.MergeAsync(own.Database, Features.Merging.FirmRegister.Buyers, World.Ids.BuyerHanoi, World.Ids.BuyerSaigon));

        var list = await officer.GetPageAsync("/deleted");
        await officer.SubmitAsync(list, form: "tbody form");

        await using var after = own.Open();
        Assert.Equal(World.Ids.BuyerHanoi, await after.Consultations.Where(consultation => consultation.Id == talk).Select(consultation => consultation.BuyerId).SingleAsync());
        await Recorded.AssertTotalsAsync(own.Database);
    }

    [Fact]
    public async Task List_SaysWhatWhoWhenAndDaysLeft_AndRestores()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await officer.SubmitAsync(await officer.GetPageAsync($"/companies/{await MakeCompanyAsync("목록 기업")}/delete"));

        var list = await officer.GetPageAsync("/deleted");
        var row = list.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("목록 기업", StringComparison.Ordinal));

        Assert.Contains("기업", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("김담당", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026. 11. 4.(수) 10:00", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("30일", row.TextContent, StringComparison.Ordinal);
        var action = row.QuerySelector("form")!.GetAttribute("action");
        var back = await officer.SubmitAsync(list, form: $"form[action='{action}']");
        Assert.Contains("‘목록 기업’을(를) 되돌렸습니다.", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("목록 기업", (await officer.GetPageAsync("/deleted")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_Twice_TheSecondFindsNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var after = await officer.SubmitAsync(await officer.GetPageAsync($"/companies/{await MakeCompanyAsync("두 번 기업")}/delete"));
        await officer.SubmitAsync(after, form: "main .alert.done form");

        Assert.Equal(HttpStatusCode.NotFound, (await officer.SubmitAsync(after, form: "main .alert.done form")).Status);
    }

    [Fact]
    public async Task Restore_TwoAtOnce_OneIsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var id = await MakeCompanyAsync("동시 기업");
        await officer.SubmitAsync(await officer.GetPageAsync($"/companies/{id}/delete"));
        await using var first = portal.Open();
        await using var second = portal.Open();
        var (one, other) = (await KeptAsync(first, id), await KeptAsync(second, id));

        Assert.Null((await new Restoration(first, false).RestoreAsync(one, "test", CancellationToken.None)).Refusal);
        Assert.Equal(RestorationRefusal.AlreadyRestored, (await new Restoration(second, false).RestoreAsync(other, "test", CancellationToken.None)).Refusal);

        await using var db = portal.Open();
        Assert.Equal(1, await db.Companies.CountAsync(company => company.NameKo == "동시 기업"));
    }

    [Fact]
    public async Task Restore_RegistrationNumberTakenSince_IsRefusedAndStaysInTheList()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var id = await MakeCompanyAsync("번호 기업", "2208162517");
        var after = await officer.SubmitAsync(await officer.GetPageAsync($"/companies/{id}/delete"));
        await MakeCompanyAsync("새 기업", "2208162517");

        var refused = await officer.SubmitAsync(after, form: "main .alert.done form");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("‘번호 기업’을(를) 되돌리지 못했습니다.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("사업자등록번호", refused.Text, StringComparison.Ordinal);
        Assert.Contains(refused.Document.QuerySelectorAll("tbody th"), cell => cell.TextContent == "번호 기업");
        await using var db = portal.Open();
        Assert.False(await db.Companies.AnyAsync(company => company.Id == id));
    }

    [Fact]
    public async Task Restore_WholeIsGone_NamesIt_AndSucceedsOnceThatIsBack()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var id = await MakeCompanyAsync("먼저 기업");
        long product;
        await using (var db = portal.Open())
        {
            product = await db.Products.Where(product => product.CompanyId == id).Select(product => product.Id).SingleAsync();
        }

        var productGone = await officer.SubmitAsync(await officer.GetPageAsync($"/companies/{id}/products/{product}/delete"));
        var companyGone = await officer.SubmitAsync(await officer.GetPageAsync($"/companies/{id}/delete"));

        var refused = await officer.SubmitAsync(productGone, form: "main .alert.done form");
        Assert.Contains("(없는 기록: 기업)", refused.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(companyGone, form: "main .alert.done form");
        var back = await officer.SubmitAsync(productGone, form: "main .alert.done form");
        Assert.Equal(($"/companies/{id}", HttpStatusCode.OK), (back.Address.AbsolutePath, back.Status));
        await using var after = portal.Open();
        Assert.True(await after.Products.AnyAsync(known => known.Id == product && known.CompanyId == id));
    }

    [Fact]
    public async Task Restore_UnderAnotherId_TheOldAddressLeadsToTheNewOne()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var id = await MakeCompanyAsync("옮긴 기업");
        await officer.SubmitAsync(await officer.GetPageAsync($"/companies/{id}/delete"));
        long now;
        await using (var db = portal.Open())
        {
            now = (await new Restoration(db, false).RestoreAsync(await KeptAsync(db, id), "test", CancellationToken.None)).Record!.Id;
        }

        Assert.NotEqual(id, now);
        var page = await officer.GetPageAsync($"/companies/{id}/edit?unit=usd");
        Assert.Equal($"/companies/{now}/edit?unit=usd", page.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync("/companies/987654")).Status);
    }

    [Fact]
    public async Task Restore_ConsultationOfAMissionClosedSince_IsRefused()
    {
        await using var own = await OwnPortal.OpenAsync();
        var kept = await DeleteConsultationAsync(own);
        await using (var db = own.Open())
        {
            await World.CloseAsync(db, await db.Missions.Include(mission => mission.StatusChanges).SingleAsync(mission => mission.Id == World.Ids.Underway));
        }

        Assert.Equal(RestorationRefusal.MissionIsOver, await RestoreAsync(own, kept));
    }

    [Fact]
    public async Task Restore_BaseCurrencyChangedSince_IsRefused()
    {
        await using var own = await OwnPortal.OpenAsync();
        var kept = await DeleteConsultationAsync(own);
        await using (var db = own.Open())
        {
            (await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway)).BaseCurrency = "EUR";
            await db.SaveChangesAsync();
        }

        Assert.Equal(RestorationRefusal.OtherCurrency, await RestoreAsync(own, kept));
    }

    [Fact]
    public async Task Restore_Consultation_MovesTheTotalsBack()
    {
        await using var own = await OwnPortal.OpenAsync();
        await using var before = own.Open();
        var total = await before.MissionTotals.AsNoTracking().SingleAsync(total => total.MissionId == World.Ids.Underway && total.Scope == TotalScope.Mission);
        var kept = await DeleteConsultationAsync(own);
        Assert.NotEqual(total.ConsultationValue, (await before.MissionTotals.AsNoTracking().SingleAsync(now => now.MissionId == World.Ids.Underway && now.Scope == TotalScope.Mission)).ConsultationValue);

        Assert.Null(await RestoreAsync(own, kept));

        var after = await before.MissionTotals.AsNoTracking().SingleAsync(now => now.MissionId == World.Ids.Underway && now.Scope == TotalScope.Mission);
        Assert.Equal((total.Consultations, total.Buyers, total.ConsultationValue), (after.Consultations, after.Buyers, after.ConsultationValue));
        await Recorded.AssertTotalsAsync(own.Database);
    }

    [Fact]
    public async Task Rate_DeletedByAnAdministrator_IsNotTheOfficersToRestore()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        long rate;
        await using (var db = portal.Open())
        {
            var made = new Domain.ExchangeRate { Currency = "IDR", Against = "USD", On = new DateOnly(2026, 10, 1), Quoted = 0.000061m, Source = "x" };
            db.Add(made);
            await db.SaveChangesAsync();
            rate = made.Id;
        }

        var after = await administrator.SubmitAsync(await administrator.GetPageAsync($"/admin/rates/{rate}/delete"));
        var undo = after.Form("main .alert.done form").GetAttribute("action")!;
        var officer = await portal.SignInAsync(World.Officer);

        Assert.DoesNotContain("IDR/USD", (await officer.GetPageAsync("/deleted")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync(undo, await officer.GetPageAsync("/companies/new"))).Status);
        Assert.Equal("/admin/rates", (await administrator.SubmitAsync(after, form: "main .alert.done form")).Address.AbsolutePath);
    }

    [Fact]
    public async Task After30Days_NothingIsLeft()
    {
        await using var own = await OwnPortal.OpenAsync();
        var kept = await DeleteConsultationAsync(own);
        own.Clock.Advance(TimeSpan.FromDays(29));
        await own.Services.GetRequiredService<DailySchedule>().RunNowAsync(CancellationToken.None);
        await using (var db = own.Open())
        {
            Assert.True(await db.DeletedRecords.AnyAsync(deleted => deleted.Id == kept));
        }

        own.Clock.Advance(TimeSpan.FromDays(1));
        var officer = own.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        Assert.Empty((await officer.GetPageAsync("/deleted")).Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync($"/deleted/{kept}/restoration", await officer.GetPageAsync("/companies/new"))).Status);
        var outcomes = await own.Services.GetRequiredService<DailySchedule>().RunNowAsync(CancellationToken.None);

        Assert.Contains(new TaskOutcome("expired-keepings", null), outcomes);
        await using var after = own.Open();
        Assert.Empty(await after.DeletedRecords.ToListAsync());
    }

    [Fact]
    public async Task Deletion_TogetherWithDeals_IsNotKept()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using var db = database.Open();
        var consultation = await db.Consultations.Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps).SingleAsync(consultation => consultation.Id == World.Ids.AWithNusantara);
        db.RemoveRange(consultation.Deals.SelectMany(deal => deal.Steps));
        db.RemoveRange(consultation.Deals);
        db.Remove(consultation);
        await db.SaveChangesAsync();

        Assert.Null(db.LastDeletion);
        Assert.Empty(await db.DeletedRecords.ToListAsync());
    }

    private async Task<long> MakeCompanyAsync(string name, string? number = null)
    {
        await using var db = portal.Open();
        var company = new Company { NameKo = name, RegistrationNumber = number };
        db.Add(company);
        await db.SaveChangesAsync();
        if (number is null)
        {
            db.Add(new Product { CompanyId = company.Id, NameKo = "되돌릴 제품" });
            db.Add(new Contact { CompanyId = company.Id, Name = "되돌릴 사람" });
            await db.SaveChangesAsync();
        }

        return company.Id;
    }

    private static Task<DeletedRecord> KeptAsync(TradeDbContext db, long company) => db.DeletedRecords.SingleAsync(deleted => deleted.Record == "Company" && deleted.RecordId == company);

    private static async Task<long> DeleteConsultationAsync(Portal portal)
    {
        await using var db = portal.Open();
        db.Remove(await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithSaigon));
        await db.SaveChangesAsync();
        return db.LastDeletion!.Value;
    }

    private static async Task<RestorationRefusal?> RestoreAsync(Portal portal, long kept)
    {
        await using var db = portal.Open();
        return (await new Restoration(db, db.KeepsIds).RestoreAsync(await db.DeletedRecords.SingleAsync(deleted => deleted.Id == kept), "test", CancellationToken.None)).Refusal;
    }
}
