using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Missions;

/// <summary>시장개척단: the city travels with its exporters to meet buyers.</summary>
public sealed class Mission : Entity, INamed
{
    private readonly List<Stop> stops = [];
    private readonly List<Participation> participations = [];
    private readonly List<CoHost> coHosts = [];
    private readonly List<StatedTotal> statedTotals = [];
    private readonly List<StatusChange> statusChanges = [];

    /// <summary>TM-year-number, unique.</summary>
    public required string Reference { get; init; }

    public required string TitleKo { get; set; }

    public required string TitleEn { get; set; }

    public required DateOnly StartsOn { get; set; }

    public required DateOnly EndsOn { get; set; }

    /// <summary>Bloc or region in the city's own words, such as ASEAN.</summary>
    public required string Region { get; set; }

    public string? Purpose { get; set; }

    public required string LeadOrganisation { get; set; }

    /// <summary>ISO 4217; fixed once there are records whose rates are frozen against it.</summary>
    public required string BaseCurrency { get; set; }

    /// <summary>KRW.</summary>
    public decimal? PlannedBudget { get; set; }

    /// <summary>KRW.</summary>
    public decimal? SpentBudget { get; set; }

    public int? TargetCompanies { get; set; }

    public int? TargetConsultations { get; set; }

    /// <summary>In the base currency.</summary>
    public decimal? TargetConsultationValue { get; set; }

    /// <summary>In the base currency.</summary>
    public decimal? TargetContractValue { get; set; }

    public MissionStatus Status { get; private set; } = MissionStatus.Draft;

    public IReadOnlyList<Stop> Stops => stops;

    public IReadOnlyList<Participation> Participations => participations;

    public IReadOnlyList<CoHost> CoHosts => coHosts;

    public IReadOnlyList<StatedTotal> StatedTotals => statedTotals;

    public IReadOnlyList<StatusChange> StatusChanges => statusChanges;

    IEnumerable<string?> ISearchable.SearchNames => [Reference, TitleKo, TitleEn, Region];

    /// <summary>Days from the first to the last, both counted.</summary>
    public int Days => EndsOn.DayNumber - StartsOn.DayNumber + 1;

    /// <summary>Whether consultations may be logged and changed.</summary>
    public bool TakesConsultations => TakesConsultationsIn(Status);

    /// <summary>Whether consultations may be logged and changed in this status.</summary>
    public static bool TakesConsultationsIn(MissionStatus status) => status is not (MissionStatus.Closed or MissionStatus.Cancelled);

    /// <summary>The statuses that may follow this one (DOMAIN: Mission).</summary>
    public static IReadOnlyList<MissionStatus> Successors(MissionStatus status) => status switch
    {
        MissionStatus.Draft => [MissionStatus.Recruiting, MissionStatus.Cancelled],
        MissionStatus.Recruiting => [MissionStatus.Confirmed, MissionStatus.Cancelled],
        MissionStatus.Confirmed => [MissionStatus.Underway, MissionStatus.Cancelled],
        MissionStatus.Underway => [MissionStatus.Closed, MissionStatus.Cancelled],
        MissionStatus.Closed => [MissionStatus.Underway],
        _ => [],
    };

    /// <summary>Reopening a closed mission is the manager's decision, not the officer's.</summary>
    public static bool IsReopening(MissionStatus from, MissionStatus to) => from == MissionStatus.Closed && to == MissionStatus.Underway;

    /// <exception cref="DomainException">The status may not follow, or the reason is missing.</exception>
    public void ChangeStatus(MissionStatus to, string reason, long? by, string byName, DateTime at)
    {
        if (!Successors(Status).Contains(to))
        {
            throw new DomainException($"{Reference}: {Status} cannot become {to}");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new DomainException($"{Reference}: a change of status needs a reason");
        }

        statusChanges.Add(new StatusChange { Mission = this, From = Status, To = to, Reason = reason, ById = by, ByName = byName, At = at });
        Status = to;
    }

    /// <summary>Enters a mission of the past, of which only published figures exist: it is over before it is recorded.</summary>
    /// <exception cref="DomainException">The mission has gone some way already, or the reason is missing.</exception>
    public void EnterAsOver(string reason, long? by, string byName, DateTime at)
    {
        if (Status != MissionStatus.Draft || statusChanges.Count > 0 || string.IsNullOrWhiteSpace(reason))
        {
            throw new DomainException($"{Reference} cannot be entered as over");
        }

        statusChanges.Add(new StatusChange { Mission = this, From = Status, To = MissionStatus.Closed, Reason = reason, ById = by, ByName = byName, At = at });
        Status = MissionStatus.Closed;
    }

    /// <summary>Makes exactly these sister cities co-hosts; those that stay keep their rows.</summary>
    public void HostWith(IReadOnlyCollection<long> sisterCityIds)
    {
        coHosts.RemoveAll(host => !sisterCityIds.Contains(host.SisterCityId));
        foreach (var id in sisterCityIds.Where(id => coHosts.All(host => host.SisterCityId != id)))
        {
            coHosts.Add(new CoHost { Mission = this, SisterCityId = id });
        }
    }
}
