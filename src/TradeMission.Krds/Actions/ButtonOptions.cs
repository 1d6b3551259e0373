using Microsoft.AspNetCore.Html;

namespace TradeMission.Krds.Actions;

/// <param name="Href">A link that looks like a button; without it, a button.</param>
internal sealed record ButtonOptions(string Variant, string Size, string? Icon, string? Href, string Type, IHtmlContent Content)
{
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
