using Microsoft.AspNetCore.Html;

namespace TradeMission.Krds.Navigation;

/// <param name="Href">None for the page one is on.</param>
internal sealed record CrumbOptions(string? Href, IHtmlContent Content, IReadOnlyDictionary<string, string> Attributes);
