namespace TradeMission.Krds.Filters;

internal sealed record FilterOptions(string Id, string Name, string Label, string Type, string? Value, IReadOnlyDictionary<string, string> Attributes);
