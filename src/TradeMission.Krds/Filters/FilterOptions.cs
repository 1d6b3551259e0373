namespace TradeMission.Krds.Filters;

internal sealed record FilterOptions(string Id, string Name, string Label, string Type, string? Value)
{
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
