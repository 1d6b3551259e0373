using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace TradeMission.Krds.Html;

/// <summary>A link to the same page that changes one value of the query string and keeps the rest.</summary>
internal static class QueryLink
{
    public static string With(HttpRequest request, string name, string value, params ReadOnlySpan<string> dropped)
    {
        var query = new QueryBuilder();
        foreach (var (key, values) in request.Query)
        {
            if (!key.Equals(name, StringComparison.OrdinalIgnoreCase) && !dropped.Contains(key))
                query.Add(key, values.Where(v => !string.IsNullOrEmpty(v)).Select(v => v!));
        }

        query.Add(name, value);
        return query.ToQueryString().Value!;
    }
}
