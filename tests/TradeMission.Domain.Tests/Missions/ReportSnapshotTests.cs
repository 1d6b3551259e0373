using System.Text;
using TradeMission.Domain.Missions;

namespace TradeMission.Domain.Tests.Missions;

public class ReportSnapshotTests
{
    private static readonly DateTime At = new(2026, 11, 3, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Of_ClosedMission_TakesItsClosingAndHashesWhatIsStored()
    {
        var mission = Over();
        var decomposed = "한글".Normalize(NormalizationForm.FormD);

        var snapshot = ReportSnapshot.Of(mission, 2, decomposed);

        Assert.Equal((2, "발표", "김담당", At), (snapshot.Number, snapshot.Reason, snapshot.ClosedByName, snapshot.ClosedAt));
        Assert.Equal("한글", snapshot.Content);
        Assert.True(snapshot.IsIntact);
    }

    [Fact]
    public void Of_KnownText_HasItsPublishedHash() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ReportSnapshot.Of(Over(), 1, "abc").Sha256);

    [Fact]
    public void Of_MissionThatIsNotBeingClosed_Throws() => Assert.Throws<DomainException>(() => ReportSnapshot.Of(New(), 1, "{}"));

    [Fact]
    public void EnterAsOver_AnythingButANewMission_Throws()
    {
        var mission = New();
        mission.ChangeStatus(MissionStatus.Recruiting, "공고", null, "김담당", At);

        Assert.Throws<DomainException>(() => mission.EnterAsOver("발표", null, "김담당", At));
        Assert.Throws<DomainException>(() => New().EnterAsOver(" ", null, "김담당", At));
        Assert.Throws<DomainException>(() => Over().EnterAsOver("발표", null, "김담당", At));
    }

    private static Mission Over()
    {
        var mission = New();
        mission.EnterAsOver("발표", null, "김담당", At);
        return mission;
    }

    private static Mission New() => new()
    {
        Reference = "TM-2003-001",
        TitleKo = "옛",
        TitleEn = "Old",
        StartsOn = new DateOnly(2003, 1, 1),
        EndsOn = new DateOnly(2003, 1, 2),
        Region = "ASEAN",
        LeadOrganisation = "수원시",
        BaseCurrency = "USD",
    };
}
