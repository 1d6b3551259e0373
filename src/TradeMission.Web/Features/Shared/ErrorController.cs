using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Shared;

/// <summary>Unknown address, missing right, server fault: a page in the reader's language with the reference number that the log holds too.</summary>
public sealed class ErrorController : TradeController
{
    private static readonly int[] Known = [400, 403, 404, 409, 413, 429, 500];

    [Route("/error/{code:int}")]
    [IgnoreAntiforgeryToken]
    public IActionResult Show(int code)
    {
        Response.StatusCode = code;
        return View("Error", new ErrorPage(code, Known.Contains(code) ? code : code < 500 ? 400 : 500, HttpContext.TraceIdentifier));
    }
}
