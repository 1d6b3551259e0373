using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Tables;

internal static class SortMarkup
{
    public static IHtmlContent Link(SortOptions sort, IHtmlContent content) => Element.Create("a", null, content).With("href", sort.Href);
}
