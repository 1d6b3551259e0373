using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data.Samples.Invented;

/// <param name="Companies">By their keys, with what was decided on them.</param>
/// <param name="Consultations">How many the arrangement makes.</param>
/// <param name="End">The status that it has come to.</param>
/// <param name="History">Its steps there, where the usual ones are not wanted.</param>
internal sealed record InventedMission(
    string Reference,
    string TitleKo,
    string TitleEn,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string Region,
    string Purpose,
    InventedTargets Targets,
    IReadOnlyList<InventedStop> Stops,
    IReadOnlyDictionary<string, ParticipationStatus> Companies,
    int Consultations,
    MissionStatus End = MissionStatus.Closed,
    string? EndReason = null,
    decimal? PlannedBudget = null,
    decimal? SpentBudget = null,
    bool Online = false,
    IReadOnlyList<InventedChange>? History = null,
    IReadOnlyList<InventedExchange>? Exchanges = null,
    IReadOnlyList<InventedStatement>? Stated = null);
