namespace TradeMission.Krds.Navigation;

internal sealed record PaginationOptions(string Label, PageLink? Previous, string? Current, PageLink? Next, IReadOnlyDictionary<string, string> Attributes);
