using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Shared;
using TradeMission.Web.Features.Offline;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Merging;

/// <summary>Looking for duplicates, merging and undoing as an officer does it.</summary>
public sealed class MergePageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_Duplicates_ShowsWhyEachPairLooksAlike()
    {
        var one = await AddBuyerAsync("Kiwi Foods Ltd", null, "hello@kiwi.example");
        var other = await AddBuyerAsync("ＫＩＷＩ  foods", null, null);
        var third = await AddBuyerAsync("Totally Other", "키위푸즈", "Hello@Kiwi.example");
        var latin = await AddBuyerAsync("Hangang Mulsan Co., Ltd.", null, null);
        var hangul = await AddBuyerAsync("(주)한강물산", null, null);
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync("/duplicates");

        Assert.Equal("이름", Why(page, one, other));
        Assert.Equal("이메일", Why(page, one, third));
        Assert.Equal("이름의 소리", Why(page, latin, hangul));
    }

    [Fact]
    public async Task Post_Apart_IsRememberedAndCanBeTakenBack()
    {
        var one = await AddBuyerAsync("Apart Trading", null, null);
        var other = await AddBuyerAsync("Apart Trading Pte Ltd", null, null);
        var officer = await portal.SignInAsync(World.Officer);
        var page = await officer.GetPageAsync("/duplicates");

        page = await officer.SubmitAsync(page, null, $"form[action='/duplicates/buyers/{one}/{other}/apart']");
        Assert.Null(Why(page, one, other));
        Assert.DoesNotContain("같은 곳일 수 있는 기록이 있습니다", (await officer.GetPageAsync($"/buyers/{one}")).Text, StringComparison.Ordinal);

        await using var db = portal.Open();
        var pair = await db.NotDuplicates.SingleAsync(pair => pair.OneId == one);
        page = await officer.SubmitAsync(page, null, $"form[action='/duplicates/apart/{pair.Id}/removal']");
        Assert.NotNull(Why(page, one, other));
        Assert.Contains("같은 곳일 수 있는 기록이 있습니다", (await officer.GetPageAsync($"/buyers/{one}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Merge_MovesLeadsOnAndIsUndone()
    {
        await using var own = new OwnWorld();
        await own.InitializeAsync();
        var officer = await own.SignInAsync(World.Officer);
        var (stays, goes) = (World.Ids.BuyerSaigon, World.Ids.BuyerHanoi);
        var before = await Rows.OfAsync(own.Database);

        var look = await officer.GetPageAsync($"/duplicates/buyers/{stays}/{goes}");
        Assert.Contains("수출상담1", look.Text, StringComparison.Ordinal);
        var refused = await officer.SubmitAsync(look);
        Assert.NotEmpty(refused.Document.QuerySelectorAll("#Reason[aria-invalid=true]"));
        var page = await officer.SubmitAsync(refused, new() { ["Reason"] = "같은 바이어", ["Fields[City]"] = "true" });

        Assert.Equal($"/buyers/{stays}", page.Address.AbsolutePath);
        Assert.Contains("Hanoi", page.Texts(".page-head .meta").Single(), StringComparison.Ordinal);
        Assert.Contains("Hanoi <Trade> & Co", page.Texts("#merges").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hanoi <Trade>", (await officer.GetPageAsync("/buyers")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hanoi <Trade>", (await officer.GetPageAsync("/search?q=hanoi+trade")).Text, StringComparison.Ordinal);
        Assert.Equal($"/buyers/{stays}", (await officer.GetPageAsync($"/buyers/{goes}")).Address.AbsolutePath);
        Assert.Equal($"/buyers/{stays}/edit", (await officer.GetPageAsync($"/buyers/{goes}/edit")).Address.AbsolutePath);
        Assert.Equal($"/consultations?buyer={stays}&unit=usd", (await officer.GetPageAsync($"/consultations?buyer={goes}&unit=usd")).Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync("/buyers/999")).Status);
        Assert.Contains("이 기록에 합친 기록 1건", (await officer.GetPageAsync($"/buyers/{stays}/delete")).Text, StringComparison.Ordinal);

        var undo = await officer.GetPageAsync(page.Document.QuerySelector("#merges a")!.GetAttribute("href")!);
        var undone = await officer.SubmitAsync(undo, new() { ["Reason"] = "다른 바이어" });

        Assert.Equal($"/buyers/{goes}", undone.Address.AbsolutePath);
        Assert.Equal(before, await Rows.OfAsync(own.Database));
    }

    [Fact]
    public async Task Post_MergeAfterSomethingMoved_ShowsItOnceMore()
    {
        var one = await AddBuyerAsync("Moved Trading", null, null);
        var other = await AddBuyerAsync("Moved Trading Co", null, null);
        var officer = await portal.SignInAsync(World.Officer);
        var look = await officer.GetPageAsync($"/duplicates/buyers/{one}/{other}");
        await using var db = portal.Open();
        db.Add(new Contact { BuyerId = other, Name = "Somebody" });
        await db.SaveChangesAsync();

        var again = await officer.SubmitAsync(look, new() { ["Reason"] = "같은 바이어" });
        Assert.Contains("그사이 기록이 바뀌었습니다", again.Text, StringComparison.Ordinal);
        Assert.False(await db.Merges.AnyAsync(merge => merge.WinnerId == one && merge.Kind == FirmKind.Buyer));
        await officer.SubmitAsync(again);
        Assert.True(await db.Merges.AnyAsync(merge => merge.WinnerId == one && merge.Kind == FirmKind.Buyer));
    }

    [Fact]
    public async Task Get_CompaniesOfOneMissionAndAClosedOne_SaysWhatHappens()
    {
        var administrator = await portal.SignInAsync(World.Administrator);

        var page = await administrator.GetPageAsync($"/duplicates/companies/{World.Ids.CompanyB}/{World.Ids.CompanyA}?culture=en");

        Assert.Contains("TM-2026-001 ASEAN Trade Mission 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("keep the old name: TM-2025-007", page.Text, StringComparison.Ordinal);
        Assert.Contains("The registration numbers differ", page.Text, StringComparison.Ordinal);
        await administrator.GetPageAsync("/?culture=ko");
    }

    /// <summary>It was prepared before the merge and names the buyer and the participation of that time.</summary>
    [Fact]
    public async Task Put_FromADeviceThatDoesNotKnow_IsRecordedWithTheOneThatStays()
    {
        await using var own = new OwnWorld();
        await own.InitializeAsync();
        Assert.True(await Merges.MergeAsync(own.Database, Features.Merging.FirmRegister.Buyers, World.Ids.BuyerSaigon, World.Ids.BuyerHanoi));
        Assert.True(await Merges.MergeAsync(own.Database, Features.Merging.FirmRegister.Companies, World.Ids.CompanyA, World.Ids.CompanyB));

        var officer = await own.SignInAsync(World.Officer);
        var sent = new SentConsultation { ClientId = Guid.NewGuid(), MissionId = World.Ids.Underway, StopId = World.Ids.BandungStop, ParticipationId = World.Ids.BUnderway, BuyerId = World.Ids.BuyerHanoi, HeldOn = new DateOnly(2026, 11, 4) };

        Assert.Equal(HttpStatusCode.OK, await SendAsync());
        Assert.Equal(HttpStatusCode.OK, await SendAsync());

        // The number of a participation is no company's, merged or not.
        var entry = await officer.GetPageAsync($"/missions/{World.Ids.Underway}/consultations/new?participation={World.Ids.AUnderway}");
        Assert.Equal($"{World.Ids.AUnderway}", entry.Document.QuerySelector("[name=ParticipationId] option[selected]")!.GetAttribute("value"));

        await using var db = own.Open();
        var kept = await db.Consultations.SingleAsync(consultation => consultation.ClientId == sent.ClientId);
        Assert.Equal((World.Ids.BuyerSaigon, World.Ids.AUnderway), (kept.BuyerId, kept.ParticipationId));

        async Task<HttpStatusCode> SendAsync()
        {
            var token = (await officer.GetPageAsync("/account/profile")).Field("input[name=__RequestVerificationToken]").Value;
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"https://localhost/api/consultations/{sent.ClientId}")) { Content = JsonContent.Create(sent, options: SentConsultation.Json) };
            request.Headers.Add("RequestVerificationToken", token);
            using var answer = await officer.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("(주)알파 화장품", null)]
    [InlineData("전혀 다른 곳", "ALPHA COSMETICS CO., LTD.")]
    [InlineData("Alpha Cosmetics", null)]
    public async Task Post_CompanyOfAKnownName_AsksOnceAndThenSaves(string nameKo, string? nameEn)
    {
        var officer = await portal.SignInAsync(World.Officer);
        await using var db = portal.Open();
        var before = await db.Companies.CountAsync();

        var asked = await officer.SubmitAsync(await officer.GetPageAsync("/companies/new"), new() { ["NameKo"] = nameKo, ["NameEn"] = nameEn ?? "" });
        Assert.Equal(before, await db.Companies.CountAsync());
        Assert.NotEmpty(asked.Document.QuerySelectorAll($"main form a[href='/companies/{World.Ids.CompanyA}']"));
        await officer.SubmitAsync(asked, new() { ["SameNameConfirmed"] = "true" });

        Assert.Equal(before + 1, await db.Companies.CountAsync());
        await db.Companies.Where(company => company.Id > World.Ids.CompanyC).ForEachAsync(company => db.Remove(company));
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task Post_BuyerOfANameKnownInTheOtherScript_Asks()
    {
        var known = await AddBuyerAsync("Namdo Mulsan", null, null);
        var officer = await portal.SignInAsync(World.Officer);

        var asked = await officer.SubmitAsync(await officer.GetPageAsync("/buyers/new"), new() { ["Name"] = "남도 물산", ["Country"] = "SG" });

        Assert.Equal("/buyers/new", asked.Address.AbsolutePath);
        Assert.NotEmpty(asked.Document.QuerySelectorAll($"main form a[href='/buyers/{known}']"));
    }

    [Fact]
    public async Task Get_Choose_FindsTheOtherByName()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync($"/duplicates/companies/{World.Ids.CompanyC}?q=beta");

        Assert.NotEmpty(page.Document.QuerySelectorAll($"main a[href='/duplicates/companies/{World.Ids.CompanyC}/{World.Ids.CompanyB}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync("/duplicates/companies/999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync($"/duplicates/companies/{World.Ids.CompanyC}/{World.Ids.CompanyC}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync("/merges/999/undo")).Status);
    }

    private async Task<long> AddBuyerAsync(string name, string? other, string? email)
    {
        await using var db = portal.Open();
        var buyer = new Buyer { Name = name, NameOther = other, Country = "SG" };
        db.Add(buyer);
        await db.SaveChangesAsync();
        if (email is not null)
        {
            db.Add(new Contact { BuyerId = buyer.Id, Name = "Somebody", Email = email });
            await db.SaveChangesAsync();
        }

        return buyer.Id;
    }

    /// <summary>What the list says of a pair; null where it is not there.</summary>
    private static string? Why(Page page, long one, long other) => page.Document.QuerySelectorAll("#buyers tbody tr")
        .Where(row => row.QuerySelector($"a[href='/buyers/{one}']") is not null && row.QuerySelector($"a[href='/buyers/{other}']") is not null)
        .Select(row => row.QuerySelectorAll("td")[1].TextContent.Trim()).SingleOrDefault();

    /// <summary>For a test that holds all rows against each other.</summary>
    private sealed class OwnWorld : Portal, IAsyncDisposable
    {
        async ValueTask IAsyncDisposable.DisposeAsync() => await ((IAsyncLifetime)this).DisposeAsync();
    }
}
