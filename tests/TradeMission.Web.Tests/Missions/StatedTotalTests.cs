using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Missions;

public sealed class StatedTotalTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string New = $"/missions/{World.Ids.Underway}/stated-totals/new";

    private static Dictionary<string, string?> Valid(string printed) => new()
    {
        ["Figure"] = "ContractValue",
        ["StatedAmount"] = "2,000,000",
        ["AsPrinted"] = printed,
        ["Source"] = "보도자료",
        ["StatedOn"] = "2026-11-03",
    };

    [Fact]
    public async Task Post_Valid_StandsBesideTheRecordsAndMovesNoTotal()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await using var db = portal.Open();
        var before = await db.MissionTotals.AsNoTracking().SingleAsync(total => total.MissionId == World.Ids.Underway && total.Scope == TotalScope.Mission);

        var page = await officer.SubmitAsync(await officer.GetPageAsync(New), Valid("200만불"));

        Assert.Contains("“200만불”", page.Texts("#stated")[0], StringComparison.Ordinal);
        Assert.Contains("−188.0", page.Texts("#stated")[0], StringComparison.Ordinal);
        Assert.Equivalent(before, await db.MissionTotals.AsNoTracking().SingleAsync(total => total.MissionId == World.Ids.Underway && total.Scope == TotalScope.Mission));
    }

    [Theory]
    [InlineData("StatedAmount", "", "금액")]
    [InlineData("StatedAmount", "-1", "0보다 작을 수 없습니다")]
    [InlineData("AsPrinted", "", "발표된 글자")]
    [InlineData("StatedOn", "2099-01-01", "오늘보다 뒤일 수 없습니다")]
    [InlineData("Figure", "", "항목")]
    public async Task Post_BadField_SaysSoAndSavesNothing(string field, string typed, string message)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var printed = field == "AsPrinted" ? typed : $"잘못{field}{typed}";

        var answer = await officer.SubmitAsync(await officer.GetPageAsync(New), new(Valid(printed)) { [field] = typed });

        Assert.Contains(message, string.Join(' ', answer.Texts("#error-summary")), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.StatedTotals.AnyAsync(stated => stated.AsPrinted == printed));
    }
}
