using Microsoft.AspNetCore.WebUtilities;

namespace TradeMission.Web.Infrastructure;

/// <summary>This page's own address with something changed: other filters, sorting and language stay.</summary>
public static class PageAddress
{
    /// <summary>With the parameter set, or left out where the value is null.</summary>
    public static string With(this HttpRequest request, string parameter, string? value)
    {
        var query = request.Query.Where(pair => !string.Equals(pair.Key, parameter, StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value.Select(item => KeyValuePair.Create(pair.Key, item)));
        if (value is not null)
        {
            query = query.Append(KeyValuePair.Create<string, string?>(parameter, value));
        }

        return QueryHelpers.AddQueryString(request.PathBase + request.Path, query);
    }
}
