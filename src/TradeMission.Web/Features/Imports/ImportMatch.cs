namespace TradeMission.Web.Features.Imports;

/// <summary>Which record a row is about.</summary>
/// <param name="Key">What a choice between <paramref name="Alike"/> is kept under; it holds for every row that says the same.</param>
/// <param name="Alike">Records that may be the same.</param>
public sealed record ImportMatch(MatchKind Kind, string Key, IReadOnlyList<ImportMatch.Known> Alike)
{
    /// <summary>The record that is meant; null unless it is there already.</summary>
    public Known? Meant { get; init; }

    /// <param name="Detail">What tells it from others.</param>
    public sealed record Known(long Id, string Name, string Detail);
}
