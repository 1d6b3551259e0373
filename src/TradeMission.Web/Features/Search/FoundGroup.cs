using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Search;

/// <summary>What was found of one kind.</summary>
/// <param name="Count">All that there are, or <see cref="CountedTo"/>.</param>
/// <param name="All">The list that shows all of them; null where they all stand here or the reader has no list.</param>
public sealed record FoundGroup(FoundKind Kind, int Count, IReadOnlyList<FoundGroup.Row> Rows, string? All)
{
    /// <summary>Nobody reads on after so many, and counting them all would take longer than finding them.</summary>
    public const int CountedTo = 1000;

    public string Name => Texts.Get($"Shared.Nav{Kind}");

    /// <summary>12; 1,000+.</summary>
    public string CountText => Kind == FoundKind.Consultations && Count >= CountedTo ? $"{Show.Number(CountedTo)}+" : Show.Number(Count);

    /// <param name="Name">What is marked.</param>
    /// <param name="Other">Another name, marked too.</param>
    /// <param name="Detail">Where, when, what of; not marked.</param>
    public sealed record Row(string Address, string Name, string? Other, string? Detail);
}
