using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Missions;

/// <summary>참가: a company on a mission, once.</summary>
public sealed class Participation : Entity, IPartOf, IMergeable
{
    public long MissionId { get; init; }

    public Mission Mission { get; init; } = null!;

    public long CompanyId { get; init; }

    public Company Company { get; init; } = null!;

    public ParticipationStatus Status { get; private set; } = ParticipationStatus.Applied;

    public string? ProductsShown { get; set; }

    public int? PeopleSent { get; set; }

    /// <summary>KRW.</summary>
    public decimal? OwnContribution { get; set; }

    /// <summary>Where a company that was entered twice took part twice: the participation that stands for both.</summary>
    public long? MergedIntoId { get; set; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(Mission), MissionId), (typeof(Company), CompanyId)];

    /// <summary>The statuses that may follow this one: whoever applied is decided on, and a decision can be revised until the company leaves.</summary>
    public static IReadOnlyList<ParticipationStatus> Successors(ParticipationStatus status) => status switch
    {
        ParticipationStatus.Applied =>
            [ParticipationStatus.Selected, ParticipationStatus.Waitlisted, ParticipationStatus.Rejected, ParticipationStatus.Withdrawn],
        ParticipationStatus.Waitlisted => [ParticipationStatus.Selected, ParticipationStatus.Rejected, ParticipationStatus.Withdrawn],
        ParticipationStatus.Selected => [ParticipationStatus.Waitlisted, ParticipationStatus.Withdrawn],
        ParticipationStatus.Rejected => [ParticipationStatus.Waitlisted, ParticipationStatus.Selected],
        _ => [],
    };

    /// <exception cref="DomainException">The status may not follow.</exception>
    public void Decide(ParticipationStatus to)
    {
        if (to == Status)
        {
            return;
        }

        if (!Successors(Status).Contains(to))
        {
            throw new DomainException($"Participation {Id}: {Status} cannot become {to}");
        }

        Status = to;
    }
}
