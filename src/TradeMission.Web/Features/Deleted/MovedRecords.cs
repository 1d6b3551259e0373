using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Deleted;

/// <summary>The address of a record that was restored under another id leads to the new one.</summary>
public sealed class MovedRecords(TradeDbContext db) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is NotFoundResult && HttpMethods.IsGet(context.HttpContext.Request.Method) && await NowAtAsync(context.HttpContext.Request) is { } address)
        {
            context.Result = new LocalRedirectResult(address);
        }

        await next();
    }

    private async Task<string?> NowAtAsync(HttpRequest request)
    {
        var parts = (request.Path.Value ?? "").Split('/');
        if (parts.Length < 3 || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || RecordAddress.KindOf(parts[1]) is not { } record
            || await db.DeletedRecords.NowAtAsync(record, id, request.HttpContext.RequestAborted) is not { } now)
        {
            return null;
        }

        parts[2] = now.ToString(CultureInfo.InvariantCulture);
        return string.Join('/', parts) + request.QueryString;
    }
}
