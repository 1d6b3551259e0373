namespace TradeMission.Web.Data;

/// <summary>What totals need of a consultation; its value in the mission's base currency, null where there is none or its rate is missing.</summary>
internal sealed record RecountedConsultation(
    long Id,
    long MissionId,
    long? StopId,
    long ParticipationId,
    long BuyerId,
    bool HasValue,
    decimal? Value,
    bool IsConfirmed);
