using Microsoft.AspNetCore.Html;

namespace TradeMission.Krds.Navigation;

internal sealed record BreadcrumbOptions(string Label, string Home, string HomeHref, IHtmlContent Crumbs, IReadOnlyDictionary<string, string> Attributes);
