using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Drafts;

/// <summary>Once a form is saved (it answers by leading elsewhere), its draft goes. The form names it in a hidden field, which a conflict page carries along.</summary>
public sealed class DraftFilter(TradeDbContext db, CurrentUser user) : IAsyncActionFilter
{
    public const string Field = "DraftOf";

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var executed = await next();
        if (executed is { Exception: null, Result: LocalRedirectResult or RedirectResult } && HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form.TryGetValue(Field, out var address))
        {
            await db.FormDrafts.ForgetAsync(user.Id, address.ToString(), request.HttpContext.RequestAborted);
        }
    }
}
