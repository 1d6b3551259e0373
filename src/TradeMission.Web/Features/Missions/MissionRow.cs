using TradeMission.Domain.Missions;

namespace TradeMission.Web.Features.Missions;

/// <summary>One line of the list of missions.</summary>
public sealed class MissionRow
{
    public required long Id { get; init; }

    public required string Reference { get; init; }

    public required string TitleKo { get; init; }

    public required string TitleEn { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required MissionStatus Status { get; init; }

    /// <summary>Of the values.</summary>
    public required string Currency { get; init; }

    public required int Companies { get; init; }

    public required int Consultations { get; init; }

    public required decimal ConsultationValue { get; init; }

    public required decimal ContractValue { get; init; }

    public required IReadOnlyList<Place> Stops { get; init; }

    public required IReadOnlyList<Published> Stated { get; init; }

    /// <summary>The latest published figure, where no record stands beside it.</summary>
    public Published? OnlyPublished(StatedFigure figure) =>
        Consultations > 0 ? null : Stated.Where(stated => stated.Figure == figure).OrderByDescending(stated => stated.StatedOn).FirstOrDefault();

    public sealed record Place(string CityKo, string CityEn);

    public sealed record Published(StatedFigure Figure, string AsPrinted, decimal Amount, DateOnly StatedOn);
}
