using Microsoft.AspNetCore.Html;

namespace TradeMission.Krds.Navigation;

internal sealed record BreadcrumbOptions(string Label, string Home, string HomeHref, IHtmlContent Crumbs)
{
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
