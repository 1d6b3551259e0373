namespace TradeMission.Krds.Tables;

/// <param name="Direction">"ascending", "descending", or none when the list is sorted by something else.</param>
internal sealed record SortOptions(string? Direction, string Href);
