using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Shared;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Buyers;

public sealed class BuyerDeletionTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Post_WasMet_SaysWhatHangsOnItAndDeletesNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var address = $"/buyers/{World.Ids.BuyerNusantara}/delete";
        var page = await officer.GetPageAsync(address);
        var answer = await officer.PostAsync(address, await officer.GetPageAsync("/buyers/new"));

        Assert.Equal("수출상담 2건", page.Texts($"main .alert a[href='/consultations?buyer={World.Ids.BuyerNusantara}']").Single());
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Contains("삭제할 수 없습니다", answer.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.True(await db.Buyers.AnyAsync(buyer => buyer.Id == World.Ids.BuyerNusantara));
    }

    [Fact]
    public async Task Post_NeverMet_DeletesItWithItsContacts()
    {
        await using var db = portal.Open();
        var buyer = new Buyer { Name = "Never Met", Country = "LA" };
        db.Add(buyer);
        await db.SaveChangesAsync();
        db.Add(new Contact { BuyerId = buyer.Id, Name = "Nobody" });
        await db.SaveChangesAsync();
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"/buyers/{buyer.Id}/delete"));

        Assert.Equal("/buyers", answer.Address.AbsolutePath);
        Assert.False(await db.Buyers.AnyAsync(known => known.Id == buyer.Id));
        Assert.False(await db.Contacts.AnyAsync(contact => contact.BuyerId == buyer.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"/buyers/{buyer.Id}")).Status);
    }
}
