using TradeMission.Domain.SisterCities;

namespace TradeMission.Web.Features.SisterCities;

/// <summary>One line of the list of sister cities.</summary>
public sealed class SisterCityRow
{
    public required long Id { get; init; }

    public required string NameKo { get; init; }

    public required string NameEn { get; init; }

    public required string? NameLocal { get; init; }

    public required string Country { get; init; }

    public required string? Region { get; init; }

    public required SisterCityKind Kind { get; init; }

    public required DateOnly? AgreedOn { get; init; }

    /// <summary>Missions that it hosts or that stop there; drafts and cancelled ones do not count.</summary>
    public required int Missions { get; init; }

    /// <summary>When the latest of them began.</summary>
    public required DateOnly? LastMissionOn { get; init; }

    public required int Exchanges { get; init; }

    /// <summary>The latest mission that has begun by today, which the next one does not hide.</summary>
    public required DateOnly? BegunOn { get; init; }

    /// <summary>The latest exchange, today or before.</summary>
    public required DateOnly? ExchangedOn { get; init; }

    /// <summary>The latest of missions and exchanges, today or before; null where there was none.</summary>
    public DateOnly? LastOn => new[] { BegunOn, ExchangedOn }.Max();
}
