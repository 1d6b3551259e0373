using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Missions;

public sealed class HostSupportTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string New = $"/missions/{World.Ids.Underway}/stops/{World.Ids.BandungStop}/supports/new";

    private static Dictionary<string, string?> Valid(string description) => new()
    {
        ["Kind"] = "Vehicle",
        ["Description"] = description,
        ["Quantity"] = "6",
        ["QuantityUnit"] = "대·일",
        ["UnitPrice"] = "1,000,000",
        ["Currency"] = "KRW",
        ["Basis"] = "PublicTariff",
    };

    [Fact]
    public async Task Post_PriceInAnotherCurrency_IsConvertedAtTheRateOfTheStopsFirstDay()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.SubmitAsync(await officer.GetPageAsync(New), Valid("버스"));

        await using var db = portal.Open();
        var support = await db.HostSupports.SingleAsync(support => support.Description == "버스");
        Assert.Equal((6_000_000m, "KRW", 0.00075m, 4500m), (support.Value!.Amount, support.Value.Currency, support.Value.Rate, support.Value.BaseAmount));
        Assert.Contains("USD 7,500", page.Texts("#stops")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutPrice_IsKeptAsNotKnown()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.SubmitAsync(await officer.GetPageAsync(New), new(Valid("공항 영접")) { ["UnitPrice"] = "", ["Basis"] = "Unknown" });

        Assert.Contains("금액 미상", page.Texts("#stops")[0], StringComparison.Ordinal);
    }

    /// <summary>An amount that may be recorded, but not at this rate: the field says so, where the record would refuse to be made.</summary>
    [Fact]
    public async Task Post_ValueTooLargeAtItsRate_SaysSoBesideThePriceAndSavesNothing()
    {
        await using (var db = portal.Open())
        {
            db.ExchangeRates.Add(new ExchangeRate { Currency = "EUR", Against = "USD", On = new DateOnly(2026, 11, 1), Quoted = 100_000m, Source = "시험" });
            await db.SaveChangesAsync();
        }

        var officer = await portal.SignInAsync(World.Officer);
        Dictionary<string, string?> tooMuch = new(Valid("너무 큰 지원")) { ["Quantity"] = "1", ["UnitPrice"] = "999999999999", ["Currency"] = "EUR" };

        var refused = await officer.SubmitAsync(await officer.GetPageAsync(New), tooMuch);
        var saved = await officer.SubmitAsync(refused, new() { ["UnitPrice"] = "99999999999" });

        Assert.Contains("환율을 적용한 금액이 너무 커서", string.Join(' ', refused.Texts("#error-summary")), StringComparison.Ordinal);
        Assert.NotNull(refused.Document.QuerySelector("#UnitPrice[aria-invalid=true]"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        await using var after = portal.Open();
        Assert.Equal(9_999_999_999_900_000m, (await after.HostSupports.SingleAsync(support => support.Description == "너무 큰 지원")).Value!.BaseAmount);
    }

    [Theory]
    [InlineData("Basis", "Unknown", "무엇에 근거하는지")]
    [InlineData("Quantity", "0", "수량")]
    [InlineData("Quantity", "", "수량")]
    [InlineData("UnitPrice", "1.5", "소수 자릿수")]
    [InlineData("UnitPrice", "999999999999", "1조를 넘을 수 없습니다")]
    [InlineData("Description", "", "내용")]
    public async Task Post_BadField_SaysSoAndSavesNothing(string field, string typed, string message)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var description = field == "Description" ? typed : $"잘못 {field} {typed}";

        var answer = await officer.SubmitAsync(await officer.GetPageAsync(New), new(Valid(description)) { [field] = typed });

        Assert.Contains(message, string.Join(' ', answer.Texts("#error-summary")), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.HostSupports.AnyAsync(support => support.Description == description));
    }
}
