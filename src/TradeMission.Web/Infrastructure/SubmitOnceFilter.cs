using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure;

/// <summary>
/// A form whose hidden SubmissionId has already made a record leads to that record and makes no second one. The action calls
/// <see cref="TradeDbContext.SubmitOnce"/> before it saves.
/// </summary>
public sealed class SubmitOnceFilter(TradeDbContext db) : IAsyncActionFilter
{
    public const string Field = "SubmissionId";

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !Guid.TryParse(request.Form[Field], out var key))
        {
            await next();
            return;
        }

        if (await MadeAsync(key) is { } made)
        {
            context.Result = made;
            return;
        }

        var executed = await next();
        if (executed.Exception is DbUpdateException exception && db.IsDuplicate(exception))
        {
            db.ChangeTracker.Clear();
            if (await MadeAsync(key) is { } meanwhile)
            {
                executed.ExceptionHandled = true;
                executed.Result = meanwhile;
            }
        }
    }

    private async Task<IActionResult?> MadeAsync(Guid key)
    {
        var form = await db.SubmittedForms.AsNoTracking().FirstOrDefaultAsync(form => form.Key == key);
        return form is null ? null : new LocalRedirectResult(RecordAddress.Of(form.Record, form.RecordId) ?? "/");
    }
}
