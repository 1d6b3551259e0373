using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
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
        if (executed is not { Exception: null, Result: LocalRedirectResult or RedirectResult } || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !request.Form.TryGetValue(Field, out var address))
        {
            return;
        }

        db.ChangeTracker.Clear();
        var form = address.ToString();
        if (await db.FormDrafts.FirstOrDefaultAsync(draft => draft.UserId == user.Id && draft.Address == form, request.HttpContext.RequestAborted) is { } draft)
        {
            db.FormDrafts.Remove(draft);
            try
            {
                await db.SaveChangesAsync(request.HttpContext.RequestAborted);
            }
            catch (DbUpdateConcurrencyException)
            {
                // It is gone already.
            }
        }
    }
}
