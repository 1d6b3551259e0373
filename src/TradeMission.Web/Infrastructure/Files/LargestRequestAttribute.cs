using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace TradeMission.Web.Infrastructure.Files;

/// <summary>
/// How large a form with a file may be. One that says it is larger gets the page of 413 before anything of it is read: the server's own limit would show as the
/// antiforgery check's bare "bad request".
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LargestRequestAttribute(long bytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the antiforgery check (1000), which reads the form.</summary>
    public int Order => 900;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        var isTooLarge = request.ContentLength > bytes;
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // The server lets what is left of a refused body run out for a few seconds: a browser that is cut off while it sends shows no page at all.
            limit.MaxRequestBodySize = isTooLarge ? null : bytes;
        }

        if (isTooLarge)
        {
            // The page of the error must not read it either.
            request.Form = FormCollection.Empty;
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }
}
