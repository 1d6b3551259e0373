using TradeMission.Domain.Missions;
using static TradeMission.Domain.Missions.ParticipationStatus;

namespace TradeMission.Domain.Tests.Missions;

public class ParticipationTests
{
    private static readonly HashSet<(ParticipationStatus From, ParticipationStatus To)> Allowed =
    [
        (Applied, Selected), (Applied, Waitlisted), (Applied, Rejected), (Applied, Withdrawn),
        (Waitlisted, Selected), (Waitlisted, Rejected), (Waitlisted, Withdrawn),
        (Selected, Waitlisted), (Selected, Withdrawn),
        (Rejected, Waitlisted), (Rejected, Selected),
    ];

    public static TheoryData<ParticipationStatus, ParticipationStatus> Pairs
    {
        get
        {
            var pairs = new TheoryData<ParticipationStatus, ParticipationStatus>();
            foreach (var from in Enum.GetValues<ParticipationStatus>())
            {
                foreach (var to in Enum.GetValues<ParticipationStatus>())
                {
                    pairs.Add(from, to);
                }
            }

            return pairs;
        }
    }

    [Fact]
    public void Status_AtFirst_IsApplied() => Assert.Equal(Applied, new Participation().Status);

    /// <summary>Whoever applied can be put at any other status in one step.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Decide_GoesOnlyWhereTheDomainLetsIt(ParticipationStatus from, ParticipationStatus to)
    {
        var participation = new Participation();
        participation.Decide(from);

        if (from == to || Allowed.Contains((from, to)))
        {
            participation.Decide(to);
            Assert.Equal(to, participation.Status);
        }
        else
        {
            Assert.Throws<DomainException>(() => participation.Decide(to));
            Assert.Equal(from, participation.Status);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Successors_AreTheAllowedPairs(ParticipationStatus from, ParticipationStatus to) =>
        Assert.Equal(Allowed.Contains((from, to)), Participation.Successors(from).Contains(to));

    [Fact]
    public void Successors_OfNoStatus_AreNone() => Assert.Empty(Participation.Successors((ParticipationStatus)99));
}
