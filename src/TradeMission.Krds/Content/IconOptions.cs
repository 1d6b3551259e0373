namespace TradeMission.Krds.Content;

/// <param name="Name">
/// A drawing of the sprite: "plus" stands for the symbol "i-plus"; the names that stand for themselves ("tier-1", "stage-3") are taken as they are.
/// </param>
/// <param name="Label">What it says to somebody who cannot see it; none for an icon that stands beside its words.</param>
internal sealed record IconOptions(string Name, string? Label = null)
{
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
