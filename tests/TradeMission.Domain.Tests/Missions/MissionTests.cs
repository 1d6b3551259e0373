using TradeMission.Domain.Missions;
using static TradeMission.Domain.Missions.MissionStatus;

namespace TradeMission.Domain.Tests.Missions;

public class MissionTests
{
    private static readonly DateTime At = new(2026, 11, 3, 1, 0, 0, DateTimeKind.Utc);

    /// <summary>The way to each status; together with the transitions of DOMAIN.</summary>
    private static readonly Dictionary<MissionStatus, MissionStatus[]> Ways = new()
    {
        [Draft] = [],
        [Recruiting] = [Recruiting],
        [Confirmed] = [Recruiting, Confirmed],
        [Underway] = [Recruiting, Confirmed, Underway],
        [Closed] = [Recruiting, Confirmed, Underway, Closed],
        [Cancelled] = [Cancelled],
    };

    private static readonly HashSet<(MissionStatus From, MissionStatus To)> Allowed =
    [
        (Draft, Recruiting), (Recruiting, Confirmed), (Confirmed, Underway), (Underway, Closed), (Closed, Underway),
        (Draft, Cancelled), (Recruiting, Cancelled), (Confirmed, Cancelled), (Underway, Cancelled),
    ];

    public static TheoryData<MissionStatus, MissionStatus> Pairs
    {
        get
        {
            var pairs = new TheoryData<MissionStatus, MissionStatus>();
            foreach (var from in Enum.GetValues<MissionStatus>())
            {
                foreach (var to in Enum.GetValues<MissionStatus>())
                {
                    pairs.Add(from, to);
                }
            }

            return pairs;
        }
    }

    private static Mission New() => new()
    {
        Reference = "TM-2026-001",
        TitleKo = "동남아 시장개척단",
        TitleEn = "Trade mission to Southeast Asia",
        StartsOn = new DateOnly(2026, 11, 2),
        EndsOn = new DateOnly(2026, 11, 7),
        Region = "ASEAN",
        LeadOrganisation = "국제통상과",
        BaseCurrency = "USD",
    };

    private static Mission Having(MissionStatus status)
    {
        var mission = New();
        foreach (var step in Ways[status])
        {
            mission.ChangeStatus(step, "시험", null, "시험", At);
        }

        return mission;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void ChangeStatus_GoesOnlyWhereTheDomainLetsIt(MissionStatus from, MissionStatus to)
    {
        var mission = Having(from);
        var steps = mission.StatusChanges.Count;

        if (Allowed.Contains((from, to)))
        {
            mission.ChangeStatus(to, "사유", 7, "김담당", At);

            var change = mission.StatusChanges[^1];
            Assert.Equal(to, mission.Status);
            Assert.Equal((from, to, "사유", 7L, "김담당", At), (change.From, change.To, change.Reason, change.ById, change.ByName, change.At));
            Assert.Equal(steps + 1, mission.StatusChanges.Count);
        }
        else
        {
            Assert.Throws<DomainException>(() => mission.ChangeStatus(to, "사유", 7, "김담당", At));
            Assert.Equal((from, steps), (mission.Status, mission.StatusChanges.Count));
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Successors_AreTheAllowedPairs(MissionStatus from, MissionStatus to) =>
        Assert.Equal(Allowed.Contains((from, to)), Mission.Successors(from).Contains(to));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void IsReopening_OnlyFromClosedToUnderway(MissionStatus from, MissionStatus to) =>
        Assert.Equal((from, to) == (Closed, Underway), Mission.IsReopening(from, to));

    [Theory]
    [InlineData(Draft, Recruiting, "")]
    [InlineData(Draft, Cancelled, "  ")]
    [InlineData(Underway, Closed, "\u3000")]
    [InlineData(Closed, Underway, null)]
    public void ChangeStatus_WithoutReason_IsRefused(MissionStatus from, MissionStatus to, string? reason)
    {
        var mission = Having(from);

        Assert.Throws<DomainException>(() => mission.ChangeStatus(to, reason!, null, "김담당", At));
        Assert.Equal(from, mission.Status);
    }

    [Fact]
    public void Successors_OfNoStatus_AreNone() => Assert.Empty(Mission.Successors((MissionStatus)99));

    [Theory]
    [InlineData(Draft, true)]
    [InlineData(Recruiting, true)]
    [InlineData(Confirmed, true)]
    [InlineData(Underway, true)]
    [InlineData(Closed, false)]
    [InlineData(Cancelled, false)]
    public void TakesConsultations_UntilClosedOrCancelled(MissionStatus status, bool takes) => Assert.Equal(takes, Having(status).TakesConsultations);

    [Fact]
    public void TakesConsultations_Reopened_Again()
    {
        var mission = Having(Closed);

        mission.ChangeStatus(Underway, "정정", null, "이과장", At);

        Assert.True(mission.TakesConsultations);
    }

    [Fact]
    public void Days_CountBothEnds()
    {
        var mission = New();
        Assert.Equal(6, mission.Days);

        mission.EndsOn = mission.StartsOn;
        Assert.Equal(1, mission.Days);
    }

    [Fact]
    public void HostWith_KeepsTheRowsOfThoseThatStay()
    {
        var mission = New();
        mission.HostWith([1, 2, 3]);
        var (second, third) = (mission.CoHosts[1], mission.CoHosts[2]);

        mission.HostWith([3, 4, 2, 4]);

        Assert.Equal([2, 3, 4], mission.CoHosts.Select(host => host.SisterCityId));
        Assert.Same(second, mission.CoHosts[0]);
        Assert.Same(third, mission.CoHosts[1]);
        Assert.Same(mission, mission.CoHosts[2].Mission);
    }

    [Fact]
    public void HostWith_None_LeavesNone()
    {
        var mission = New();
        mission.HostWith([1, 2]);

        mission.HostWith([]);

        Assert.Empty(mission.CoHosts);
    }
}
