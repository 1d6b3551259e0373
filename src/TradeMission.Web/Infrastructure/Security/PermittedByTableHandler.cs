using Microsoft.AspNetCore.Authorization;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Enforces <see cref="Permissions"/>.</summary>
internal sealed class PermittedByTableHandler : AuthorizationHandler<PermittedByTable>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermittedByTable requirement)
    {
        if (context.Resource is HttpContext http && MayPass(http, CurrentUser.Of(context.User)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    /// <summary>No endpoint, or one of the router's own (wrong method), leads to an error page and to nothing else.</summary>
    private static bool MayPass(HttpContext http, CurrentUser user) => http.GetEndpoint() switch
    {
        RouteEndpoint endpoint when EndpointCheck.IsAsset(endpoint) => true,
        RouteEndpoint endpoint => user.May(http.Request.Method, Permissions.RouteOf(endpoint.RoutePattern)),
        _ => true,
    };
}
