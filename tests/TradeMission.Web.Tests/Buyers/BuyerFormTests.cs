using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Buyers;

public sealed class BuyerFormTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Post_New_CreatesAndShowsIt()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var answer = await officer.SubmitAsync(await officer.GetPageAsync("/buyers/new"), new()
        {
            ["Name"] = " CV Contoh & Co <ID> ",
            ["NameOther"] = "콘토",
            ["Country"] = "ID",
            ["City"] = "Bandung",
            ["Interests"] = "화장품",
            ["IntroducedBySisterCityId"] = $"{World.Ids.Bandung}",
            ["IntroducedBy"] = "반둥시 상공회의소",
            ["Credit"] = "Checked",
            ["CreditCheckedOn"] = "2026-11-04",
            ["CreditExpiresOn"] = "2027-11-04",
            ["CreditReason"] = "신용조사서",
        });

        Assert.Equal("CV Contoh & Co <ID>", answer.Texts("h1").Single());
        await using var db = portal.Open();
        var buyer = await db.Buyers.SingleAsync(known => known.NameOther == "콘토");
        Assert.Equal($"/buyers/{buyer.Id}", answer.Address.AbsolutePath);
        Assert.Equal(
            ("ID", World.Ids.Bandung, Credit.Checked, new DateOnly(2026, 11, 4), new DateOnly(2027, 11, 4)),
            (buyer.Country, buyer.IntroducedBySisterCityId, buyer.Credit, buyer.CreditCheckedOn, buyer.CreditExpiresOn));
        var audit = await db.AuditEntries.SingleAsync(entry => entry.Record == "Buyer" && entry.RecordId == buyer.Id);
        Assert.Equal(("김담당", "신용조사서"), (audit.ActorName, audit.Reason));
    }

    [Theory]
    [InlineData("Name", "", "바이어명")]
    [InlineData("Country", "XX", "바르게 적으십시오")]
    [InlineData("IntroducedBySisterCityId", "4711", "바르게 적으십시오")]
    [InlineData("CreditCheckedOn", "2026-11-05", "신용 확인일은 오늘보다 뒤일 수 없습니다")]
    [InlineData("CreditCheckedOn", "", "신용을 확인한 날을 적으십시오")]
    [InlineData("CreditCheckedOn", "어제", "어제")]
    [InlineData("CreditExpiresOn", "2026-10-01", "확인 만료일은 신용 확인일보다 뒤여야 합니다")]
    [InlineData("CreditExpiresOn", "2026-09-30", "확인 만료일은 신용 확인일보다 뒤여야 합니다")]
    [InlineData("Credit", "Unknown", "신용을 확인하기 전에는 만료일이 없습니다", "CreditExpiresOn")]
    [InlineData("Credit", "Blocked", "신용 상태를 바꾸는 사유를 적으십시오", "CreditReason")]
    public async Task Post_BadField_SaysSoAndSavesNothing(string field, string typed, string message, string? beside = null)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.GetPageAsync("/buyers/new");
        await using var db = portal.Open();
        var before = await db.Buyers.CountAsync();
        var fields = new Dictionary<string, string?>
        {
            ["Name"] = "Not Saved",
            ["City"] = "남을 도시",
            ["Credit"] = "Checked",
            ["CreditCheckedOn"] = "2026-10-01",
            ["CreditExpiresOn"] = "2027-10-01",
        };
        fields[field] = typed;
        var form = page;
        if (field is "Country" or "IntroducedBySisterCityId")
        {
            // What no browser would offer.
            form.Document.QuerySelector($"[name={field}]")!.InnerHtml += $"<option value='{typed}'>?</option>";
        }

        var answer = await officer.SubmitAsync(form, fields);

        Assert.Contains(message, answer.Texts($".form-group:has([name={beside ?? field}]) .form-hint-invalid").Single(), StringComparison.Ordinal);
        Assert.Equal("남을 도시", answer.Field("[name=City]").Value);
        Assert.Equal(before, await db.Buyers.CountAsync());
    }

    [Fact]
    public async Task Post_CreditChanges_NeedsAReasonThatTheTimelineShows()
    {
        var id = await AddAsync("To Be Blocked", "TH");
        var officer = await portal.SignInAsync(World.Officer);

        var refused = await officer.SubmitAsync(await officer.GetPageAsync($"/buyers/{id}/edit"), new() { ["Credit"] = "Blocked" });
        var saved = await officer.SubmitAsync(refused, new() { ["CreditReason"] = "대금 미지급" });

        Assert.Contains("신용 상태를 바꾸는 사유를 적으십시오", refused.Texts(".form-hint-invalid").Single(), StringComparison.Ordinal);
        Assert.Contains(saved.Texts("#history li"), item => item.Contains("신용 상태: 확인 전 → 거래 제한", StringComparison.Ordinal) && item.Contains("대금 미지급", StringComparison.Ordinal));
        await using var db = portal.Open();
        Assert.Equal(Credit.Blocked, (await db.Buyers.SingleAsync(buyer => buyer.Id == id)).Credit);
    }

    [Fact]
    public async Task Post_OtherFieldsOfABlockedBuyer_NeedNoReason()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"/buyers/{World.Ids.BuyerBlocked}/edit"), new() { ["City"] = "Da Nang" });

        Assert.Equal($"/buyers/{World.Ids.BuyerBlocked}", answer.Address.AbsolutePath);
        await using var db = portal.Open();
        Assert.Equal("Da Nang", (await db.Buyers.SingleAsync(buyer => buyer.Id == World.Ids.BuyerBlocked)).City);
    }

    [Theory]
    [InlineData("saigon  BEAUTY jsc", "VN")]
    [InlineData("Ｓａｉｇｏｎ Beauty JSC", "VN")]
    [InlineData("하노이무역", "VN")]
    [InlineData("Saigon Beauty Co., Ltd.", "VN")]
    public async Task Post_SameNameInTheCountry_AsksOnceAndThenSaves(string name, string country)
    {
        var officer = await portal.SignInAsync(World.Officer);
        await using var db = portal.Open();
        var before = await db.Buyers.CountAsync();
        var fields = new Dictionary<string, string?> { ["Name"] = name, ["Country"] = country };

        var asked = await officer.SubmitAsync(await officer.GetPageAsync("/buyers/new"), fields);
        var askedAgain = await officer.SubmitAsync(asked);
        Assert.Equal(before, await db.Buyers.CountAsync());
        var saved = await officer.SubmitAsync(askedAgain, new() { ["SameNameConfirmed"] = "true" });

        Assert.Contains("같은 국가에 같은 이름의 바이어가 있습니다", asked.Text, StringComparison.Ordinal);
        Assert.NotEmpty(asked.Document.QuerySelectorAll($"main form a[href='/buyers/{(name == "하노이무역" ? World.Ids.BuyerHanoi : World.Ids.BuyerSaigon)}']"));
        Assert.Contains("다른 바이어라면 확인란에 표시한 뒤 다시 저장하십시오", askedAgain.Text, StringComparison.Ordinal);
        Assert.Equal(name, saved.Texts("h1").Single().Replace("saigon BEAUTY", "saigon  BEAUTY", StringComparison.Ordinal));
        Assert.Equal(before + 1, await db.Buyers.CountAsync());
    }

    [Theory]
    [InlineData("Saigon Beauty JSC", "TH")]
    [InlineData("Saigon Beauties", "VN")]
    public async Task Post_OtherCountryOrName_AsksNothing(string name, string country)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var answer = await officer.SubmitAsync(await officer.GetPageAsync("/buyers/new"), new() { ["Name"] = name, ["Country"] = country });

        Assert.StartsWith("/buyers/", answer.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(name, answer.Texts("h1").Single());
    }

    [Fact]
    public async Task Post_EditOfANamesake_AsksOnlyWhenTheNameChanges()
    {
        await AddAsync("Twin Trading", "MY");
        var id = await AddAsync("Twin Trading", "MY");
        var officer = await portal.SignInAsync(World.Officer);

        var saved = await officer.SubmitAsync(await officer.GetPageAsync($"/buyers/{id}/edit"), new() { ["City"] = "Penang" });
        var asked = await officer.SubmitAsync(await officer.GetPageAsync($"/buyers/{id}/edit"), new() { ["Name"] = "Saigon Beauty JSC", ["Country"] = "VN" });

        Assert.Contains("저장했습니다.", saved.Text, StringComparison.Ordinal);
        Assert.Contains("같은 국가에 같은 이름의 바이어가 있습니다", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Twice_MakesOneBuyer()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync("/buyers/new");
        var first = await officer.SubmitAsync(form, new() { ["Name"] = "Only Once" });
        var second = await officer.SubmitAsync(form, new() { ["Name"] = "Only Once" });

        Assert.Equal(first.Address.AbsolutePath, second.Address.AbsolutePath);
        await using var db = portal.Open();
        Assert.Equal(1, await db.Buyers.CountAsync(buyer => buyer.Name == "Only Once"));
    }

    [Fact]
    public async Task Post_ChangedByAnother_ShowsBothAndLosesNothing()
    {
        var id = await AddAsync("Edited Together", "PH");
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"/buyers/{id}/edit");
        await using (var other = portal.Database.Open(new Actor(null, "다른 담당", null)))
        {
            (await other.Buyers.SingleAsync(known => known.Id == id)).City = "Cebu";
            await other.SaveChangesAsync();
        }

        var both = await officer.SubmitAsync(form, new() { ["City"] = "Manila" });
        var kept = await officer.SubmitAsync(both);

        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("Cebu", both.Text, StringComparison.Ordinal);
        Assert.Contains("Manila", both.Text, StringComparison.Ordinal);
        Assert.Contains("Manila · 필리핀", kept.Texts(".meta li"));
    }

    [Fact]
    public async Task Get_EditOfUnknown_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignInAsync(World.Officer)).GetPageAsync("/buyers/4711/edit")).Status);

    private async Task<long> AddAsync(string name, string country)
    {
        await using var db = portal.Open();
        var buyer = new Buyer { Name = name, Country = country };
        db.Add(buyer);
        await db.SaveChangesAsync();
        return buyer.Id;
    }
}
