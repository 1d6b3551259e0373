using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Rates that came late are applied to the records that wait for them.</summary>
[Route("admin/rates/application")]
public sealed class RateApplicationController(MissingRates missing) : TradeController
{
    [HttpPost("")]
    public async Task<IActionResult> Apply(CancellationToken cancellation) =>
        Done("/admin/rates", "ExchangeRates.Applied", await missing.ApplyAsync(Texts.Get("ExchangeRates.ApplyReason"), cancellation));
}
