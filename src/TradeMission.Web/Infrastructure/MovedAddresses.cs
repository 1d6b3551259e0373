using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure;

/// <summary>
/// The address of a record that was merged or restored under another id leads to where it is now: pages below /companies/7 that are not there any more, and lists with
/// ?company=7 or ?buyer=7. Not for good, since a merge can be undone.
/// </summary>
public sealed class MovedAddresses(TradeDbContext db) : IAsyncActionFilter, IAsyncResultFilter
{
    private static readonly Dictionary<string, string> Asked = new() { ["company"] = nameof(Company), ["buyer"] = nameof(Buyer) };

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) || !Asked.Keys.Any(request.Query.ContainsKey))
        {
            await next();
            return;
        }

        var query = new QueryBuilder();
        var moved = false;
        foreach (var (name, value) in request.Query.SelectMany(pair => pair.Value, (pair, value) => (pair.Key, Value: value ?? "")))
        {
            var into = await NowAtAsync(Asked.GetValueOrDefault(name), value, context.HttpContext.RequestAborted);
            moved |= into is not null;
            query.Add(name, into ?? value);
        }

        if (moved)
        {
            context.Result = new LocalRedirectResult(request.Path + query.ToQueryString());
            return;
        }

        await next();
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.Result is NotFoundResult && HttpMethods.IsGet(request.Method) && request.Path.Value?.Split('/') is ["", var room, var id, .. var rest]
            && await NowAtAsync(RecordAddress.KindOf(room), id, context.HttpContext.RequestAborted) is { } now)
        {
            context.Result = new LocalRedirectResult(string.Join('/', ["", room, now, .. rest]) + request.QueryString);
        }

        await next();
    }

    private async Task<string?> NowAtAsync(string? record, string value, CancellationToken cancellation) =>
        record is not null && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (await Whereabouts.NowAtAsync(db, record, id, cancellation))?.ToString(CultureInfo.InvariantCulture) : null;
}
