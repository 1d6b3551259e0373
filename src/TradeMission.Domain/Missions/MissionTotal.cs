namespace TradeMission.Domain.Missions;

/// <summary>Stored totals of a mission, of one of its stops or of one of its participations. They move in the transaction of the consultation that moved them.</summary>
public sealed class MissionTotal : ITotalRow
{
    /// <summary>Stands among the stops for the consultations of which no stop is known, so that the stops add up to their mission.</summary>
    public const long UnknownStop = 0;

    public required long MissionId { get; init; }

    public required TotalScope Scope { get; init; }

    /// <summary>The mission's, stop's or participation's id; <see cref="UnknownStop"/> for consultations of which no stop is known.</summary>
    public required long ScopeId { get; init; }

    public int Consultations { get; set; }

    /// <summary>Different buyers met.</summary>
    public int Buyers { get; set; }

    /// <summary>In the mission's base currency, not rounded.</summary>
    public decimal ConsultationValue { get; set; }

    /// <summary>In the mission's base currency, not rounded; contracts being pursued.</summary>
    public decimal ContractValue { get; set; }

    /// <summary>Consultation values left out because their rate is missing.</summary>
    public int ConsultationValuesWithoutRate { get; set; }

    /// <summary>Contract values left out because their rate is missing.</summary>
    public int ContractValuesWithoutRate { get; set; }
}
