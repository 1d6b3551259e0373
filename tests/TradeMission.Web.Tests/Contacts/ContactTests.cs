using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Contacts;

/// <summary>The same pages at three addresses.</summary>
public sealed class ContactTests(Portal portal) : IClassFixture<Portal>
{
    public static TheoryData<string> Owners => [$"/companies/{World.Ids.CompanyA}", $"/buyers/{World.Ids.BuyerEdo}", $"/sister-cities/{World.Ids.Bandung}"];

    [Theory]
    [MemberData(nameof(Owners))]
    public async Task Post_New_AddsToItsOwner(string owner)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"{owner}/contacts/new"), new()
        {
            ["Name"] = "Siti Rahma " + owner,
            ["Position"] = "수출과장",
            ["Phone"] = "+62 22 123 4567",
            ["Email"] = "siti@example.com",
            ["Notes"] = "오전 통화",
        });

        Assert.Equal(owner, answer.Address.AbsolutePath);
        await using var db = portal.Open();
        var contact = await db.Contacts.SingleAsync(known => known.Name == "Siti Rahma " + owner);
        Assert.Equal(owner, OwnerOf(contact));
        Assert.Equal(("수출과장", "+62 22 123 4567", "siti@example.com", "오전 통화"), (contact.Position, contact.Phone, contact.Email, contact.Notes));
    }

    [Theory]
    [MemberData(nameof(Owners))]
    public async Task Post_EditThenDelete(string owner)
    {
        var id = await AddAsync(owner, "고칠 사람");
        var officer = await portal.SignInAsync(World.Officer);

        var edited = await officer.SubmitAsync(await officer.GetPageAsync($"{owner}/contacts/{id}/edit"), new() { ["Name"] = "고친 사람" });
        await using (var db = portal.Open())
        {
            Assert.Equal("고친 사람", (await db.Contacts.SingleAsync(contact => contact.Id == id)).Name);
        }

        var deleted = await officer.SubmitAsync(await officer.GetPageAsync($"{owner}/contacts/{id}/delete"));

        Assert.Equal((owner, owner), (edited.Address.AbsolutePath, deleted.Address.AbsolutePath));
        await using var after = portal.Open();
        Assert.False(await after.Contacts.AnyAsync(contact => contact.Id == id));
    }

    [Theory]
    [InlineData("Name", "", "이름")]
    [InlineData("Email", "nobody", "이메일 주소를 바르게 적으십시오")]
    [InlineData("Phone", "없음", "전화번호를 숫자로 적으십시오")]
    public async Task Post_BadField_SaysSoAndSavesNothing(string field, string typed, string message)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var fields = new Dictionary<string, string?> { ["Name"] = "남을 이름", ["Position"] = "지킬 직위" };
        fields[field] = typed;

        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"/companies/{World.Ids.CompanyB}/contacts/new"), fields);

        Assert.Contains(message, answer.Texts($".form-group:has([name={field}]) .form-hint-invalid").Single(), StringComparison.Ordinal);
        Assert.Single(answer.Texts("#error-summary a"));
        Assert.Equal("지킬 직위", answer.Field("[name=Position]").Value);
        await using var db = portal.Open();
        Assert.False(await db.Contacts.AnyAsync(contact => contact.Position == "지킬 직위"));
    }

    [Fact]
    public async Task Post_Twice_MakesOneContact()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"/companies/{World.Ids.CompanyA}/contacts/new");
        await officer.SubmitAsync(form, new() { ["Name"] = "한 사람" });
        await officer.SubmitAsync(form, new() { ["Name"] = "한 사람" });

        await using var db = portal.Open();
        Assert.Equal(1, await db.Contacts.CountAsync(contact => contact.Name == "한 사람"));
    }

    [Fact]
    public async Task Post_ChangedByAnother_ShowsBoth()
    {
        var owner = $"/companies/{World.Ids.CompanyA}";
        var id = await AddAsync(owner, "처음 이름");
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"{owner}/contacts/{id}/edit");
        await using (var db = portal.Open())
        {
            (await db.Contacts.SingleAsync(contact => contact.Id == id)).Name = "남이 고친 이름";
            await db.SaveChangesAsync();
        }

        var answer = await officer.SubmitAsync(form, new() { ["Name"] = "내가 고친 이름" });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("남이 고친 이름", answer.Text, StringComparison.Ordinal);
        Assert.Contains("내가 고친 이름", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfAnotherOwner_IsNotFound()
    {
        var id = await AddAsync($"/companies/{World.Ids.CompanyA}", "알파 사람");
        var officer = await portal.SignInAsync(World.Officer);

        Assert.Equal(HttpStatusCode.OK, (await officer.GetPageAsync($"/companies/{World.Ids.CompanyA}/contacts/{id}/edit")).Status);
        foreach (var other in new[] { $"/companies/{World.Ids.CompanyB}", $"/buyers/{World.Ids.CompanyA}", $"/sister-cities/{World.Ids.CompanyA}", "/companies/4711" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"{other}/contacts/{id}/edit")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"{other}/contacts/{id}/delete")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync("/buyers/4711/contacts/new")).Status);
    }

    private async Task<long> AddAsync(string owner, string name)
    {
        var id = long.Parse(owner.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        var contact = owner.Split('/')[1] switch
        {
            "companies" => new Contact { Name = name, CompanyId = id },
            "buyers" => new Contact { Name = name, BuyerId = id },
            _ => new Contact { Name = name, SisterCityId = id },
        };
        await using var db = portal.Open();
        db.Add(contact);
        await db.SaveChangesAsync();
        return contact.Id;
    }

    private static string OwnerOf(Contact contact) =>
        contact.CompanyId is { } company ? $"/companies/{company}" : contact.BuyerId is { } buyer ? $"/buyers/{buyer}" : $"/sister-cities/{contact.SisterCityId}";
}
