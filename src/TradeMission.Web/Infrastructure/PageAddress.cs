using Microsoft.AspNetCore.Diagnostics;
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

    /// <summary>The same for the page that was asked for: an error page stands at an address that nobody asked for. Home, where a form was sent and no page asked for.</summary>
    public static string AskedWith(this HttpRequest request, string parameter, string value)
    {
        if (request.RouteValues["controller"] is not "Error")
        {
            return request.With(parameter, value);
        }

        var (path, query) = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } answered ? (answered.OriginalPath, answered.OriginalQueryString)
            : request.HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? (failed.Path, request.QueryString.Value)
            : ("/", null);
        var isPage = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var kept = QueryHelpers.ParseQuery(isPage ? query : null).Where(pair => !string.Equals(pair.Key, parameter, StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value.Select(item => KeyValuePair.Create(pair.Key, item)));
        return QueryHelpers.AddQueryString(request.PathBase + new PathString(isPage ? path : "/"), kept.Append(KeyValuePair.Create<string, string?>(parameter, value)));
    }
}
