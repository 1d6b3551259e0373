using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure;

/// <summary>
/// An address of a company or a buyer that was merged leads to the one that stands for it: pages below /companies/7 and /buyers/7 that are not there any more, and lists
/// with ?company=7 or ?buyer=7. Not for good, since a merge can be undone.
/// </summary>
public sealed class MergedAddressFilter(TradeDbContext db) : IAsyncActionFilter, IAsyncResultFilter
{
    private static readonly string[] Asked = ["company", "buyer"];

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) || !Asked.Any(request.Query.ContainsKey))
        {
            await next();
            return;
        }

        var query = new QueryBuilder();
        var moved = false;
        foreach (var (name, value) in request.Query.SelectMany(pair => pair.Value, (pair, value) => (pair.Key, Value: value ?? "")))
        {
            var into = await IntoAsync(name, value, context.HttpContext.RequestAborted);
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
        if (context.Result is NotFoundResult && HttpMethods.IsGet(request.Method) && request.Path.Value?.Split('/') is ["", var register and ("companies" or "buyers"), var id, .. var rest]
            && await IntoAsync(register == "companies" ? "company" : "buyer", id, context.HttpContext.RequestAborted) is { } into)
        {
            context.Result = new LocalRedirectResult(string.Join('/', ["", register, into, .. rest]) + request.QueryString);
        }

        await next();
    }

    private async Task<string?> IntoAsync(string name, string value, CancellationToken cancellation)
    {
        if (!Asked.Contains(name) || !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        var into = name == "company" ? await Merged.IntoAsync<Company>(db, id, cancellation) : await Merged.IntoAsync<Buyer>(db, id, cancellation);
        return into?.ToString(CultureInfo.InvariantCulture);
    }
}
