using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

[Route("consultations")]
public sealed class ConsultationsController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ConsultationSearch search, CancellationToken cancellation) =>
        View(await ConsultationList.OfAsync(db, search, null, office.Today, cancellation));
}
