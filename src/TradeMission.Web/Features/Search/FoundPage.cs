using TradeMission.Domain.Shared;

namespace TradeMission.Web.Features.Search;

/// <summary>What the search box found.</summary>
/// <param name="Typed">Null where nothing was typed.</param>
/// <param name="Kind">The one kind that is shown; null for all.</param>
/// <param name="Groups">Those that the reader may see, with and without results.</param>
public sealed record FoundPage(string? Typed, FoundKind? Kind, IReadOnlyList<SearchWord> Words, IReadOnlyList<FoundGroup> Groups)
{
    public bool IsEmpty => Groups.All(group => group.Count == 0);

    public IEnumerable<FoundGroup> Shown => Groups.Where(group => group.Count > 0 && (Kind is null || group.Kind == Kind));
}
