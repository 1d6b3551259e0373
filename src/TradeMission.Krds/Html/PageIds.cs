using Microsoft.AspNetCore.Http;

namespace TradeMission.Krds.Html;

/// <summary>Ids for elements that something must point at and the page did not name: counted within one response.</summary>
internal static class PageIds
{
    private static readonly object Counter = new();

    public static string Next(HttpContext context)
    {
        var number = context.Items.TryGetValue(Counter, out var last) ? (int)last! + 1 : 1;
        context.Items[Counter] = number;
        return $"krds-{number}";
    }
}
