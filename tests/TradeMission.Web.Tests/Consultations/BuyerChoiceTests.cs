using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Consultations;

/// <summary>Saying who the buyer was, without JavaScript and with it.</summary>
public sealed class BuyerChoiceTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Find_PartOfAName_OffersThoseFoundKeepsTheRestAndSavesNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync(Entry.Address);

        var found = await officer.SubmitAsync(form, new(Entry.With("retail", "찾는 중")) { ["Value"] = "7" }, button: "button[name=find]");

        Assert.Equal(["PT Nusantara Retail"], found.Texts(".found label").Where(text => text.StartsWith("PT", StringComparison.Ordinal)).Select(text => text[..19]));
        Assert.Equal("7", found.Field("[name=Value]").Value);
        Assert.Empty(found.Document.QuerySelectorAll("#error-summary"));
        Assert.Null(await Entry.FindAsync(portal, "찾는 중"));

        await officer.SubmitAsync(found, new() { ["BuyerChoice"] = $"{World.Ids.BuyerNusantara}" });
        Assert.Equal(World.Ids.BuyerNusantara, (await Entry.FindAsync(portal, "찾는 중"))!.BuyerId);
    }

    [Theory]
    [InlineData("하노이무역", "2026-11-02")]
    [InlineData("HANOI <trade> & co", "2026-11-03")]
    [InlineData("ｈａｎｏｉ <ｔｒａｄｅ> & ｃｏ", "2026-11-04")]
    public async Task Post_ExactNameInAnyForm_IsThatBuyer(string typed, string day)
    {
        var officer = await portal.SignInAsync(World.Officer);

        await officer.LogAsync(new(Entry.With(typed.Normalize(NormalizationForm.FormD), $"정확히 {day}")) { ["HeldOn"] = day });

        Assert.Equal(World.Ids.BuyerHanoi, (await Entry.FindAsync(portal, $"정확히 {day}"))!.BuyerId);
    }

    [Fact]
    public async Task Post_PartOfAName_AsksWhichAndRecordsNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var asked = await officer.LogAsync(Entry.With("trade", "누구인지"));

        Assert.Contains("아래에서 고르십시오", Entry.ErrorOf(asked, "BuyerName"), StringComparison.Ordinal);
        Assert.Null(await Entry.FindAsync(portal, "누구인지"));
    }

    [Fact]
    public async Task Post_BlockedBuyer_CannotBeChosenNotEvenByATamperedForm()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var found = await officer.SubmitAsync(await officer.GetPageAsync(Entry.Address), Entry.With("blocked", "막힘"), button: "button[name=find]");

        var answer = await officer.SubmitAsync(found, new() { ["BuyerChoice"] = $"{World.Ids.BuyerBlocked}" });

        Assert.True(found.Field($"#buyer-{World.Ids.BuyerBlocked}").IsDisabled);
        Assert.Contains("거래가 제한된 바이어입니다", Entry.ErrorOf(answer, "BuyerName"), StringComparison.Ordinal);
        Assert.Null(await Entry.FindAsync(portal, "막힘"));
    }

    [Fact]
    public async Task Post_AnotherNameThanTheChoiceWasOfferedFor_VoidsTheChoice()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var found = await officer.SubmitAsync(await officer.GetPageAsync(Entry.Address), new(Entry.With("saigon", "마음을 바꿈")) { ["HeldOn"] = "2026-11-03" }, button: "button[name=find]");

        await officer.SubmitAsync(found, new() { ["BuyerChoice"] = $"{World.Ids.BuyerSaigon}", ["BuyerName"] = "PT Nusantara Retail" });

        Assert.Equal(World.Ids.BuyerNusantara, (await Entry.FindAsync(portal, "마음을 바꿈"))!.BuyerId);
    }

    [Fact]
    public async Task Post_NewBuyer_IsRegisteredWithNameAndCountryTogetherWithTheConsultation()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var asked = await officer.LogAsync(Entry.With("Kopi <b>Baru</b>", "새 바이어"));
        Assert.Contains("등록되지 않은 바이어입니다", Entry.ErrorOf(asked, "BuyerName"), StringComparison.Ordinal);

        var next = await officer.SubmitAsync(asked, new() { ["BuyerChoice"] = "new", ["NewBuyerCountry"] = "ID" });

        var saved = await Entry.FindAsync(portal, "새 바이어");
        await using var db = portal.Open();
        var buyer = await db.Buyers.SingleAsync(buyer => buyer.Id == saved!.BuyerId);
        Assert.Equal(("Kopi <b>Baru</b>", "ID"), (buyer.Name, buyer.Country));
        Assert.DoesNotContain("<b>Baru", next.Source, StringComparison.Ordinal);
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Post_NewBuyerOfARefusedConsultation_IsNotLeftBehind()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var asked = await officer.LogAsync(new(Entry.With("Toko Setengah", "반쪽")) { ["HeldOn"] = "2026-12-24" });

        var answer = await officer.SubmitAsync(asked, new() { ["BuyerChoice"] = "new", ["NewBuyerCountry"] = "ID" });

        Assert.Contains("앞뒤 7일", Entry.ErrorOf(answer, "HeldOn"), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.Buyers.AnyAsync(buyer => buyer.Name == "Toko Setengah"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("XX")]
    public async Task Post_NewBuyerWithoutACountry_IsAskedForIt(string country)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var asked = await officer.LogAsync(Entry.With("Toko Tanpa Negara", "나라 없음"));

        var answer = await officer.SubmitAsync(asked, new() { ["BuyerChoice"] = "new", ["NewBuyerCountry"] = country });

        Assert.NotEmpty(Entry.ErrorOf(answer, "NewBuyerCountry"));
        Assert.Null(await Entry.FindAsync(portal, "나라 없음"));
    }

    [Fact]
    public async Task Buyers_WhileTyping_SaysNamePlaceAndWhoIsBlocked()
    {
        var officer = await portal.SignInAsync(World.Officer);

        using var answer = await officer.GetAsync("/missions/1/consultations/buyers?q=" + Uri.EscapeDataString("江戸"));
        using var blocked = await officer.GetAsync("/missions/1/consultations/buyers?q=blocked");

        var found = Assert.Single(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.EnumerateArray());
        Assert.Equal(("江戸商事", "Edo Shoji · 일본 Tokyo", false), (found.GetProperty("name").GetString(), found.GetProperty("detail").GetString(), found.GetProperty("blocked").GetBoolean()));
        Assert.True(Assert.Single(JsonDocument.Parse(await blocked.Content.ReadAsStringAsync()).RootElement.EnumerateArray()).GetProperty("blocked").GetBoolean());
    }

    [Theory]
    [InlineData("ㅎㄴㅇ", "Hanoi <Trade> & Co", "")]
    [InlineData("하노이무ㅇ", "Hanoi <Trade> & Co", "")]
    [InlineData("hanoimuyeok", "Hanoi <Trade> & Co", "")]
    [InlineData("누산타라", "PT Nusantara Retail", "[3,9]")]
    [InlineData("retail pt", "PT Nusantara Retail", "[0,2][13,6]")]
    public async Task Buyers_TypedInAnyWay_AreFoundAndMarked(string typed, string name, string marks)
    {
        var officer = await portal.SignInAsync(World.Officer);

        using var answer = await officer.GetAsync("/missions/1/consultations/buyers?q=" + Uri.EscapeDataString(typed));

        var found = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.EnumerateArray().Single(buyer => buyer.GetProperty("name").GetString() == name);
        Assert.Equal(marks, string.Concat(found.GetProperty("marks").EnumerateArray().Select(mark => mark.GetRawText())));
    }
}
