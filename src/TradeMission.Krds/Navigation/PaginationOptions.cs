namespace TradeMission.Krds.Navigation;

internal sealed record PaginationOptions(string Label, PageLink? Previous, string? Current, PageLink? Next)
{
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
