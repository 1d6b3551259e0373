using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Browser.Tests.Access;

/// <summary>Every page of the running portal, taken from its endpoints, with somebody who may open it.</summary>
internal static class Addresses
{
    /// <summary>Not for readers' eyes.</summary>
    private static readonly string[] NoPages = ["/healthz", "/healthz/ready", "/error/{code}", "/missions/{id}/totals.json", "/missions/{missionId}/consultations/buyers", "/evidence/{key}", "/admin/rates/service", "/offline/worker.js", "/offline/entry", "/merges/{id}/undo", "/imports/{id}", "/imports/drafts/{key}", "/imports/drafts/{key}/progress"];

    private static readonly Role[] Readers = [Role.Officer, Role.Manager, Role.Administrator, Role.Company, Role.Anonymous];

    public static IReadOnlyList<(Role Reader, string Address)> Of(Portal portal, SampleIds ids)
    {
        var pages = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !EndpointCheck.IsAsset(endpoint))
            .SelectMany(EndpointCheck.Addresses)
            .Where(address => address.Method is "GET" && !NoPages.Contains(address.Route) && !address.Route.EndsWith("/import/template", StringComparison.Ordinal) && !address.Route.StartsWith("/api/", StringComparison.Ordinal) && !address.Route.Contains(".{format}", StringComparison.Ordinal) && !address.Route.EndsWith(".json", StringComparison.Ordinal))
            .Select(address => address.Route).Distinct().Order(StringComparer.Ordinal)
            .Select(route => (Readers.First(reader => Permissions.Who("GET", route).HasFlag(reader)), Filled(route, ids)));
        return [.. pages.Concat(More(ids)).Distinct()];
    }

    /// <summary>Pages that look different for somebody else, for other records, or for a question that finds nothing.</summary>
    private static IEnumerable<(Role Reader, string Address)> More(SampleIds ids) =>
    [
        (Role.Manager, "/"),
        (Role.Company, "/"),
        (Role.Administrator, "/"),
        (Role.Anonymous, "/account/sign-in"),
        (Role.Anonymous, "/account/forgotten-password"),
        (Role.Manager, $"/missions/{ids.Of("missions")}"),
        (Role.Officer, $"/missions/{ids.Old}"),
        (Role.Officer, $"/missions/{ids.Closed}"),
        (Role.Officer, $"/missions/{ids.Old}/report"),
        (Role.Officer, "/missions?q=nothing+is+called+so"),
        (Role.Officer, "/consultations?q=nothing+is+called+so"),
        (Role.Officer, "/search?q=asean"),
        (Role.Officer, "/search?q=nothing+is+called+so"),
        (Role.Company, "/search?q=asean"),
        (Role.Officer, "/missions?unit=usd"),
        (Role.Company, $"/consultations/{ids.Of("consultations")}"),
        (Role.Officer, "/no-such-page"),
        (Role.Officer, "/admin/users"),
    ];

    /// <summary>/missions/{missionId}/stops/{id} with the ids of sample records: what stands before an id says whose it is.</summary>
    private static string Filled(string route, SampleIds ids)
    {
        var parts = route.Split('/');
        for (var at = 1; at < parts.Length; at++)
        {
            if (parts[at].StartsWith('{'))
            {
                parts[at] = parts[at] == "{loserId}" ? ids.Of("others", parts[2]) : ids.Of(parts[at - 1], parts[1]);
            }
        }

        // Published totals are another mission's.
        if (route.Contains("/stated-totals/{", StringComparison.Ordinal))
        {
            parts[2] = ids.Of("stated");
        }

        // Snapshots are a closed mission's.
        if (route.Contains("/snapshots", StringComparison.Ordinal))
        {
            parts[2] = ids.Closed;
        }

        return string.Join('/', parts);
    }
}
