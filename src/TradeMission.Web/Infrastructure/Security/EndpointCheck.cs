using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Keeps the portal from starting with an endpoint about which the table of permissions says nothing.</summary>
public static class EndpointCheck
{
    /// <summary>Call after the last endpoint is mapped.</summary>
    /// <exception cref="InvalidOperationException">An endpoint is not in the table, or settles its permission elsewhere.</exception>
    public static void CheckPermissions(this IEndpointRouteBuilder app)
    {
        var endpoints = app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(endpoint => !IsAsset(endpoint)).ToList();
        var unnamed = endpoints.SelectMany(Addresses).Where(address => Permissions.Who(address.Method, address.Route) == Role.None).ToList();
        if (unnamed.Count > 0)
        {
            throw new InvalidOperationException(
                $"Infrastructure/Security/Permissions.cs says nothing about: {string.Join(", ", unnamed.Select(address => $"{address.Method} {address.Route}"))}");
        }

        if (endpoints.FirstOrDefault(SettlesItElsewhere) is { } elsewhere)
        {
            throw new InvalidOperationException(
                $"{elsewhere.DisplayName} settles its permission by itself; the table in Infrastructure/Security/Permissions.cs is the only place for it.");
        }
    }

    /// <summary>The methods and the route, as the table writes them; * where the endpoint takes any method.</summary>
    public static IEnumerable<(string Method, string Route)> Addresses(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return (methods is { Count: > 0 } ? methods : ["*"]).Select(method => (method, Permissions.RouteOf(endpoint.RoutePattern)));
    }

    /// <summary>A file of wwwroot; from the build's output the framework also looks for files that appeared since.</summary>
    public static bool IsAsset(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}";

    private static bool SettlesItElsewhere(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(item => item is IAuthorizeData)
        || (endpoint.Metadata.Any(item => item is IAllowAnonymous)
            && Addresses(endpoint).Any(address => !Permissions.Who(address.Method, address.Route).HasFlag(Role.Anonymous)));
}
