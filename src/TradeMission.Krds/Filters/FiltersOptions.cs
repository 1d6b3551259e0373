using Microsoft.AspNetCore.Html;

namespace TradeMission.Krds.Filters;

/// <param name="Kept">Values of the query string that searching must not lose, such as the order.</param>
internal sealed record FiltersOptions(
    string Label,
    string? Action,
    string Find,
    string Reset,
    IReadOnlyList<KeyValuePair<string, string>> Kept,
    IHtmlContent Fields)
{
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
