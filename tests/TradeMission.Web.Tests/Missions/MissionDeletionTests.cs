using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Missions;

public sealed class MissionDeletionTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_WithWhatHangsOnIt_NamesItAndOffersNoDeletion()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync($"/missions/{World.Ids.Underway}/delete");

        foreach (var hanging in new[] { "수출상담 4건", "참가기업 2개사", "방문지 2곳", "일반교류 1건", "준비 단계의 시장개척단만" })
        {
            Assert.Contains(hanging, page.Text, StringComparison.Ordinal);
        }

        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Post_EmptyDraft_IsGoneWithItsTotalsAndAudited()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await using var db = portal.Open();
        var mission = World.NewMission("TM-2029-001", "지울 것", "To delete", new DateOnly(2029, 1, 1), new DateOnly(2029, 1, 2), "ASEAN");
        mission.HostWith([World.Ids.Bandung]);
        db.Add(mission);
        await db.SaveChangesAsync();

        var page = await officer.SubmitAsync(await officer.GetPageAsync($"/missions/{mission.Id}/delete"));

        Assert.Equal("/missions", page.Address.AbsolutePath);
        Assert.Contains("삭제했습니다", page.Text, StringComparison.Ordinal);
        await using var after = portal.Open();
        Assert.False(await after.Missions.AnyAsync(gone => gone.Id == mission.Id));
        Assert.False(await after.MissionTotals.AnyAsync(total => total.MissionId == mission.Id));
        Assert.True(await after.AuditEntries.AnyAsync(entry => entry.Record == "Mission" && entry.RecordId == mission.Id && entry.Act == TradeMission.Web.Data.AuditAct.Deleted));
    }
}
