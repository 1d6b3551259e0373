using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Admin;

public sealed class TotalsPageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_ThenSpoiled_ThenRepaired_TellsTheTruthEachTime()
    {
        var admin = await portal.SignInAsync(World.Administrator);
        Assert.Contains("저장된 합계가 기록과 모두 같습니다", (await admin.GetPageAsync("/admin/totals")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/healthz")).StatusCode);

        await using (var db = portal.Open())
        {
            var total = await db.MissionTotals.SingleAsync(total => total.MissionId == World.Ids.Underway && total.Scope == TotalScope.Mission);
            total.ConsultationValue += 0.01m;
            await db.SaveChangesAsync();
        }

        var spoiled = await admin.GetPageAsync("/admin/totals");
        Assert.Contains("기록과 다른 합계가 1개 있습니다", spoiled.Text, StringComparison.Ordinal);
        Assert.Contains("609,750.01", spoiled.Text, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await admin.GetAsync("/healthz")).StatusCode);

        var repaired = await admin.SubmitAsync(spoiled);
        Assert.Contains("저장된 합계가 기록과 모두 같습니다", repaired.Text, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/healthz")).StatusCode);
    }
}
