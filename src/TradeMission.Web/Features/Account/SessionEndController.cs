using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Account;

/// <summary>How long a session still lasts, and its renewal: what js/session.js asks before it warns.</summary>
[ResponseCache(NoStore = true)]
public sealed class SessionEndController(TimeProvider clock) : TradeController
{
    /// <summary>Asking renews nothing.</summary>
    [HttpGet(SessionEnd.AskAddress)]
    public IActionResult Show() => Json(new { SecondsLeft = SessionEnd.Left(HttpContext, clock)?.TotalSeconds });

    /// <summary>The cookie of the answer lasts its full time again.</summary>
    [HttpPost(SessionEnd.RenewAddress)]
    public IActionResult Renew() => Show();
}
