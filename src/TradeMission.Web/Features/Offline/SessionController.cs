using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Offline;

/// <summary>Whom a device speaks for now, and the token that its next request needs.</summary>
[Route("api/session")]
public sealed class SessionController(IAntiforgery antiforgery, CurrentUser user, TimeProvider clock) : TradeController
{
    [HttpGet("")]
    [ResponseCache(NoStore = true)]
    public IActionResult Show() => Json(new
    {
        UserId = user.Id,
        user.Name,
        MayLog = user.May("PUT", "/api/consultations/{clientId}"),
        Token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken,
        ServerTime = clock.GetUtcNow(),
    });
}
