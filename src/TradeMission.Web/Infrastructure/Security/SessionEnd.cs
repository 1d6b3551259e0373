using Microsoft.AspNetCore.Authentication.Cookies;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>
/// When a session ends, as the cookie that this answer leaves behind says it. What a person asks for renews it by the framework's rules, and renewing on purpose always does.
/// Asking for the end never does, nor a file: a page that is left open, or the font of the warning itself, would keep the session alive.
/// </summary>
public static class SessionEnd
{
    public const string AskAddress = "/api/session/end";
    public const string RenewAddress = "/api/session/renewal";

    /// <summary>The page warns so long before the end.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromMinutes(2);

    private static readonly object Renews = new();
    private static readonly object End = new();

    /// <summary>What is left of the session after this request; null without one.</summary>
    public static TimeSpan? Left(HttpContext http, TimeProvider clock) => http.Items[End] is DateTimeOffset end ? end - clock.GetUtcNow() : null;

    /// <summary>Call once the framework's own checks of a session are set.</summary>
    internal static void Watch(CookieAuthenticationOptions cookie)
    {
        var validate = cookie.Events.OnValidatePrincipal;
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = !RenewsNothing(context.HttpContext) && (context.ShouldRenew || context.Request.Path == RenewAddress);
            context.HttpContext.Items[Renews] = context.ShouldRenew;
            return Task.CompletedTask;
        };
        cookie.Events.OnValidatePrincipal = async context =>
        {
            await validate(context);
            context.ShouldRenew &= !RenewsNothing(context.HttpContext);
            if (context.Principal is not null)
            {
                var renewed = context.ShouldRenew || context.HttpContext.Items[Renews] is true;
                var clock = context.Options.TimeProvider ?? TimeProvider.System;
                context.HttpContext.Items[End] = renewed ? clock.GetUtcNow() + context.Options.ExpireTimeSpan : context.Properties.ExpiresUtc;
            }
        };
    }

    private static bool RenewsNothing(HttpContext http) => http.Request.Path == AskAddress || (http.GetEndpoint() is RouteEndpoint endpoint && EndpointCheck.IsAsset(endpoint));
}
